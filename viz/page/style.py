"""How a page looks, on screen and on A4. It needs no font and no other file: a page that uses it is self-contained."""

STYLE = """
:root { color: #1a1a1a; background: #fff; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 1120px; margin: 0 auto; padding: 24px 32px 64px; }
h1 { font-size: 32px; line-height: 1.2; margin: 8px 0; }
h2 { font-size: 24px; margin: 40px 0 8px; border-top: 3px solid #01665e; padding-top: 12px; }
h3 { font-size: 18px; margin: 28px 0 4px; }
p { max-width: 75ch; margin: 6px 0 10px; }
.soft { color: #4d4d4d; font-size: 14px; }
.answers { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px; }
.answers section { background: #f3f7f6; padding: 4px 18px 12px; }
.answers h3 { margin: 12px 0 4px; font-size: 20px; color: #01544e; }
.asks { font-size: 20px; max-width: 60ch; }
ul.said { padding-left: 20px; }
ul.said li { font-size: 18px; margin: 6px 0; }
.panels { display: grid; grid-template-columns: repeat(2, 1fr); gap: 10px 28px; }
.panel h4 { font-size: 15px; margin: 8px 0 0; }
table.claims td { max-width: 30em; overflow-wrap: break-word; }
table.claims td.words:first-child { min-width: 5em; }
table.summary th.words, table.summary td.words:first-child { width: 27em; }
.stale { border: 3px solid #b34700; padding: 10px 16px; font-weight: 600; }
table { border-collapse: collapse; margin: 8px 0 20px; font-size: 14px; line-height: 1.35; }
th, td { padding: 4px 12px 4px 0; vertical-align: top; text-align: right; }
th { border-bottom: 2px solid #1a1a1a; vertical-align: bottom; }
td { border-bottom: 1px solid #d0d0d0; font-variant-numeric: tabular-nums; }
th.words, td.words { text-align: left; }
td.words:first-child { min-width: 11em; }
table.rows td.words:first-child { min-width: 24em; }
.no { color: #9c3e00; font-weight: 700; }
figure { margin: 4px 0 0; }
.question { break-inside: avoid; margin: 14px 0 18px; }
.question h4 { font-size: 16px; margin: 0 0 2px; }
.key, .question p { max-width: none; }
.key { break-after: avoid; }
.key span { display: inline-block; padding: 2px 9px; margin: 0 3px 3px 0; font-size: 14px; }
ul { margin: 4px 0 12px; padding-left: 22px; max-width: 90ch; }
ul.names { columns: 4 200px; font-size: 13px; max-width: none; list-style: none; padding: 0; }
code { font-size: 13px; overflow-wrap: anywhere; }
@media screen { .wide { overflow-x: auto; } }
@media screen and (max-width: 900px) { .answers { grid-template-columns: 1fr; } }
@page { size: A4; margin: 14mm 12mm; }
@media print {
  :root { font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { padding: 0; max-width: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 11.5pt; }
  h2, h3, h4 { break-after: avoid; }
  .answers { gap: 8px; }
  .answers section { padding: 2px 10px 6px; }
  .answers h3 { font-size: 12pt; }
  table { font-size: 8pt; }
  th, td { padding: 2px 7px 2px 0; }
  table.rows td.words:first-child { min-width: 19em; }
  .asks { font-size: 12pt; }
  ul.said li { font-size: 10.5pt; margin: 2px 0; }
  table.figures { font-size: 7.5pt; line-height: 1.2; margin: 4px 0 8px; }
  table.figures th, table.figures td { padding: 1px 7px 1px 0; }
  tr, p, li, figure, .panel, section.whole { break-inside: avoid; }
  thead { display: table-header-group; }
  .soft, .key span { font-size: 8.5pt; }
  ul.names { columns: 4; font-size: 7pt; line-height: 1.3; }
  code { font-size: 6.5pt; }
}
"""
