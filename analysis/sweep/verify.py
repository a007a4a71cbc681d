"""Look into every part: is it there, can it be read, has it the rows and the checksum of its receipt?"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from samvirke.analysis.run.folder import said_plainly
from samvirke.analysis.sweep.columns import SCHEMAS
from samvirke.analysis.sweep.folder import manifest_in
from samvirke.analysis.sweep.parts import RECEIPTS, Receipt, Written, checksum, discard, file_of, receipts_in
from samvirke.analysis.sweep.place import Place, place_at


@dataclass(frozen=True)
class Verified:
    """How many parts and runs hold; `problems` are sentences, `set_aside` the bad parts that were removed to be made anew."""

    parts: int
    runs: int
    wanted: int
    problems: tuple[str, ...]
    set_aside: int


def verify(address: str, progress: Callable[[int, int], None] | None = None) -> Verified:
    """Check every part at this address, and set bad ones aside where that is allowed. Raises RunFolderError."""
    place = place_at(address)
    with said_plainly(address, "read"):
        wanted = manifest_in(place)["runs"]["wanted"]
        receipts = list(receipts_in(place))
        named = {f"{each.name}.json" for each in receipts}
        problems = [f"{RECEIPTS}/{each.name}: is no receipt any more" for each in place.files(RECEIPTS) if each.name not in named]
        bad = {each.name.removesuffix(".json") for each in place.files(RECEIPTS) if each.name not in named}
        for number, receipt in enumerate(receipts):
            found = list(_problems(place, receipt))
            problems += found
            bad |= {receipt.name} if found else set()
            if progress:
                progress(number + 1, len(receipts))
        good = [each for each in receipts if each.name not in bad]
        return Verified(len(good), sum(each.count for each in good), wanted, tuple(problems), _set_aside(place, bad))


def _problems(place: Place, receipt: Receipt) -> Iterator[str]:
    for table, file in receipt.files.items():
        name = file_of(table, receipt.name)
        try:
            content = place.read(name)
        except FileNotFoundError:
            yield f"{name}: is missing"
            continue
        if what := _what_is_wrong(content, table, file):
            yield f"{name}: {what}"


def _what_is_wrong(content: bytes, table: str, file: Written) -> str:
    if len(content) != file.bytes:
        return f"has {len(content):,} bytes, not {file.bytes:,}"
    if checksum(content) != file.sha256:
        return "has another checksum than when it was written"
    try:
        found = pq.read_table(pa.BufferReader(content))
    except (pa.ArrowInvalid, OSError):
        return "cannot be read"
    if found.num_rows != file.rows:
        return f"has {found.num_rows:,} rows, not {file.rows:,}"
    return "" if found.schema.equals(SCHEMAS[table]) else "has other columns than it should"


def _set_aside(place: Place, bad: set[str]) -> int:
    """Remove bad parts, so that the next run makes them anew; how many could be removed."""
    removed = 0
    for name in sorted(bad):
        with suppress(OSError):
            discard(place, name)
            removed += 1
    return removed
