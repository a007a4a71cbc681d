"""How a page of the dashboard looks, measured in the browser: what fits, what can be read, what has the focus."""

READY = {
    "one": ".picture canvas", "all": ".picture canvas", "what-if": ".of100", "compare": ".compared table", "survey": ".question",
    "evidence": "table.plain",
}  # fmt: skip
"""What a side shows when it is there."""
MENU = ".menuable__content__active"
COLOURS = """
  const parts = text => { const [r, g, b, a = 1] = (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number); return [r, g, b, a]; };
  const over = (back, [r, g, b, a], seen = 1) => [r, g, b].map((part, n) => part * a * seen + back[n] * (1 - a * seen));
  const light = colour => colour.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ratio = (one, other) => { const [a, b] = [light(one), light(other)]; return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); };
  const up = each => each ? [...up(each.parentElement), each] : [];
"""
SEEN = """
  const seen = each => { const box = each.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && each.checkVisibility({ opacityProperty: true, visibilityProperty: true }); };
"""
CONTRASTS = f"""() => {{ {COLOURS} {SEEN}
  const low = [];
  for (const each of document.querySelectorAll('.samvirke, .samvirke *, {MENU} *')) {{
    const own = [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || !seen(each) || each.closest('[disabled], .v-btn--disabled, style, script')) continue;
    let [opaque, behind, ends] = [1, [255, 255, 255], []];
    for (const around of up(each)) {{
      const style = getComputedStyle(around);
      opaque *= Number(style.opacity);
      behind = over(behind, parts(style.backgroundColor), opaque);
      ends = (style.backgroundImage.match(/rgba?\\([^)]*\\)/g) || []).map(colour => over(behind, parts(colour), opaque));
    }}
    const ink = getComputedStyle(each).color;
    for (const back of [behind, ...ends]) {{
      const found = ratio(over(back, parts(ink), opaque), back);
      if (found < 4.5) low.push([String(each.className), each.textContent.trim().slice(0, 40), found.toFixed(2)]);
    }}
  }}
  return low;
}}"""
"""Letters that stand out too little from what is behind them, with all that lets it through."""
CLIPPED = f"""() => {{ {SEEN}
  const cut = each => {{ const style = getComputedStyle(each);
    return each.scrollWidth > each.clientWidth + 1 &&
      (['hidden', 'clip'].includes(style.overflowX) || style.textOverflow === 'ellipsis'); }};
  const all = [...document.querySelectorAll('.samvirke *, {MENU}, {MENU} *')].filter(each => seen(each) && each.innerText);
  const lines = [...document.querySelectorAll('.samvirke, {MENU}')].flatMap(each => each.innerText.split('\\n'));
  const named = all.filter(cut).map(each => each.tagName + '.' + each.className + ': ' + each.innerText.slice(0, 60));
  return [...named, ...lines.filter(line => line.includes('…'))];
}}"""
"""Words that are cut off."""
SMALLEST = """() => {
  const walk = document.createTreeWalker(document.querySelector('.samvirke'), NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const each = walk.currentNode.parentElement, range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const box = range.getBoundingClientRect();
    if (!walk.currentNode.textContent.trim() || box.width < 2 || !each.checkVisibility({ visibilityProperty: true })) continue;
    if (each.closest('style, script, .enter')) continue;
    let around = each;
    while (around.offsetWidth < 100 && around.parentElement) around = around.parentElement;
    const larger = around.getBoundingClientRect().width / around.offsetWidth;
    found.push([parseFloat(getComputedStyle(each).fontSize) * larger, walk.currentNode.textContent.trim().slice(0, 40)]);
  }
  return found.sort((one, other) => one[0] - other[0])[0];
}"""
"""The smallest letters that are seen, in pixels of the screen, and what they say."""
FOCUSED = """() => {
  const each = document.activeElement, said = each.getAttribute('aria-label') || each.innerText || each.className;
  if (each === document.body) return null;
  for (let around = each, n = 0; around && n < 6; around = around.parentElement, n++) {
    const style = getComputedStyle(around);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return [String(said).trim(), true];
  }
  return [String(said).trim(), false];
}"""
"""What has the focus, and whether a line of two pixels or more is around it; None for the page itself."""
