"""Which lines of a page are the report: found by structure and by text, for no portal in particular.

1. Lines that are chrome wherever they stand are dropped: lists of links, toolbars, breadcrumbs, feet, metadata grids
(`extract.clean.chrome`). 2. The title is looked for among the lines: what lies before it is no report, and what is said beside it (date,
source) is the page head. 3. Running text and tables of figures weigh by their characters. The body is the smallest box of the layout
that holds nearly all of it,    so chapters in sibling panels are found together; what weighs outside it, between title and end, belongs
to it too, because a lost    paragraph costs more than a line of navigation. 4. The end is the first line such as 上一篇 or 相关阅读
behind which nothing weighs. Panels of links inside the body go whole, with their    headings.

A saved text has one box only; the other rules serve it as they are. Nothing here is quadratic: each step is a pass over lines or boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.clean import chrome
from extract.clean.lines import HAN, Line, Lines
from extract.dates import years_in
from extract.document import Paragraph, TablePart
from extract.fold import fold

#: A line of fewer characters without punctuation of a sentence is no running text.
SHORT_PROSE, LONG_LINE = 15, 60
PROSE_MARK = re.compile("[，。；,;]")
#: A cell of a statistics table: 1086, 19822.77, 60%, —.
FIGURE = re.compile(r"[\d.,，．%％]*\d[\d.,，．%％]*|[-—－/]")

#: Short lines weigh a quarter: they decide only where there is nothing else, on pages of a few headings.
SHORT_WEIGHT = 4

#: The share of the weight that the body holds by itself; the rest joins it line by line.
MOST = 0.8
#: What may follow a line such as 上一篇 and still be no part of the report, as a share of the whole.
LITTLE = 0.1

#: What a page's foot says in running text, in characters; a report of four sentences has hardly more.
LONGEST_FOOT = 200

#: A menu that works by script: more lines than this, and shorter ones on average.
MENU_LINES, MENU_WIDTH = 5, 8

#: A line with this share of links, dates and bullets aside, is a link.
MOSTLY = 0.7
BESIDE_LINKS = re.compile(r"[\[(]?(?:(?:19|20)\d\d)?[-/.年]?\d{1,2}[-/.月]\d{1,2}日?[\])]?|[^\w]|\d{1,2}:\d\d")

#: A metadata grid has a label in one of its first rows; above it may stand a heading.
GRID_HEAD = 3

#: What the lines of one title come to at most.
LONGEST_TITLE = 120
TITLE_LINES = 3
#: What the page says of itself may also stand in lines that were found to be no report.
UNREAD_RULES = (None, "toolbar", "before", "after", "outside")
#: What a report calls itself: 政府信息公开工作年度报告, 政务公开工作总结, 信息公开年报.
REPORT_TITLE = re.compile(r"(?:(?:信息|政务)公开.{0,20}|\d{4}年度?.{0,12})(?:报告|年报|总结)(?:[(（].{1,20}[)）])?$")
#: A first line of a broken title: a body, a year, or both: 吉林市人民政府2017, 长春市人民政府办公室.
TITLE_HEAD = re.compile(rf"[{HAN}\d〇○()（） ]{{2,40}}")
#: A last line of a broken title, which says nothing by itself: …人民政府政府信息 | [公开工作年度报告].
TITLE_REST = re.compile("(?:信息)?(?:公开)?(?:工作)?(?:年度)?(?:报告|年报|总结)")
SUBJECT = re.compile("政府信息公开|政务信息公开|政务公开|信息公开")
NO_BODY = re.compile(r"[\d\s年度〇○一二三四五六七八九()（）]|关于|公布")
TITLE_HEAD_END = re.compile(r"(?:\d{4}年?度?|[年度府局委办厅院会处社所站中心区县市镇乡道队校室台馆署部司行关旗盟州]|关于)$")
NUMBERED = re.compile(r"^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]")


@dataclass(frozen=True, slots=True)
class Body:
    """The report's lines, its title as the page shows it (None where it shows none), and what the page says of itself."""

    lines: tuple[Line, ...]
    title: str | None
    page: dict[str, str]

    @property
    def size(self) -> int:
        return sum(len(line.text) for line in self.lines)


def find_body(page: Lines, titles: Sequence[str] = ()) -> Body:
    """Returns the lines of `page` that are the report; all others bear the rule that dropped them.

    `titles` are what the page's head and the list that led here say, the most trusted first.
    """
    lines = page.lines
    facts: dict[str, str] = {}
    for line in lines:
        if line.rule is None:
            line.rule = _rule_anywhere(line, facts)
    _drop_dates_beside_links(lines)
    weights = [_weight(line) for line in lines]
    _drop_feet(lines, weights)
    title = _find_title(page, weights, titles)
    begin = title.stop if title else 0
    end = _find_end(lines, weights, begin)
    inside = _inside(page, weights, begin, end)
    _drop_panels(page, weights, inside)
    first, last = _first_and_last(lines, weights, inside)
    for i, line in enumerate(lines):
        if line.rule is None and i not in inside:
            line.rule = "title" if title and i in title else "before" if i < begin else "after" if i >= end else "outside"
    _read_grid_lines(lines, 0, first, facts)
    _read_page_head(lines, 0, first, facts)
    _read_page_head(lines, last + 1, len(lines), facts)
    shown = "".join(lines[i].text for i in title) if title else None
    if shown:
        _drop_repeated_title(lines, inside, first, shown)
    _drop_second_copy(lines, shown or "")
    return Body(tuple(line for line in lines if line.rule is None), shown, facts)


# --- lines ------------------------------------------------------------------------------------------------------------------------------


def _rule_anywhere(line: Line, facts: dict[str, str]) -> str | None:
    """The rule that drops a line wherever it stands; what a metadata grid or breadcrumb says goes into `facts`."""
    if isinstance(line.part, TablePart):
        pairs = _grid_of(line.part)
        if pairs:
            for label, value in pairs:
                facts.setdefault(label, value)
            return "metadata"
        return "links" if line.links * 2 > len(line.text) else None
    if line.links:
        if line.links == len(line.text) and not line.files:
            return "links"
        if line.links >= MOSTLY * len(BESIDE_LINKS.sub("", line.text)) or line.text.startswith("附件"):
            return "attachment" if line.files else chrome.rule_of(line.text) or "links"
    rule = chrome.rule_of(line.text)
    if rule == "breadcrumb":
        facts.setdefault("breadcrumb", fold(line.text))
    return rule


def _grid_of(table: TablePart) -> list[tuple[str, str]]:
    """Returns what a metadata grid says (索引号 | 000014349/2018-00012 | 发文字号 | …); nothing for a table of another kind.

    Its labels stand before their values in each row. A list of documents has the same labels, but in its first row, above the values.
    """
    if not any(chrome.is_grid_label(cell.text) or chrome.page_head(cell.text) for row in table.rows[:GRID_HEAD] for cell in row):
        return []
    pairs: list[tuple[str, str]] = []
    filled = 0
    for row in table.rows:
        texts = [cell.text for cell in row if cell.text]
        filled += len(texts)
        pairs.extend(chrome.grid_pairs(texts))
    stated = [pair for pair in pairs if pair[1]]
    return pairs if len(stated) >= 2 and len(pairs) * 3 >= filled else []


def _drop_dates_beside_links(lines: list[Line]) -> None:
    """A day alone on its line, next to a link, is the day of what is linked: lists lay titles and days out in two columns."""
    for i, line in enumerate(lines):
        if line.rule is None and len(line.text) <= 12 and (chrome.DAY.fullmatch(line.text) or re.fullmatch(r"\d\d-\d\d", line.text)):
            beside = (lines[i - 1].rule if i else None, lines[i + 1].rule if i + 1 < len(lines) else None)
            if "links" in beside:
                line.rule = "links"


def _drop_feet(lines: list[Line], weights: list[int]) -> None:
    """What stands in one box with a line of the page's foot is the foot as well, whatever it says: 本网站由…主办，未经授权，请勿转载。

    Unless there is more of it than a foot says: a counter of visits (访问量：2318) can stand among paragraphs, and their tables are boxes
    of their own that may weigh more than all the prose.
    """
    boxes = dict.fromkeys((line.box for line in lines if line.rule == "foot"), 0)
    for line, weight in zip(lines, weights, strict=True):
        if line.box in boxes:
            boxes[line.box] += weight
    total = sum(weights)
    most = max(LITTLE * total, min(LONGEST_FOOT, total / 2))
    for i, line in enumerate(lines):
        if line.rule is None and line.box in boxes and boxes[line.box] < most:
            line.rule = "foot"
            weights[i] = 0


def _weight(line: Line) -> int:
    """How much a line speaks for the report around it: running text and tables of figures by their characters, short lines nothing."""
    if line.rule:
        return 0
    if isinstance(line.part, TablePart):
        return line.plain if sum(FIGURE.fullmatch(cell.text) is not None for row in line.part.rows for cell in row) > 1 else 0
    runs = line.plain >= LONG_LINE or (line.plain >= SHORT_PROSE and PROSE_MARK.search(line.text))
    return line.plain if runs and not chrome.page_head(line.text) else 0


# --- title ------------------------------------------------------------------------------------------------------------------------------


def _key(text: str) -> str:
    """Letters, ideographs and digits alone, as titles are compared."""
    return "".join(filter(str.isalnum, fold(text)))


def _find_title(page: Lines, weights: list[int], titles: Sequence[str]) -> range | None:
    """Returns the lines that show the title: those which say what `titles` say, else those that are a report's title by their words."""
    lines = page.lines
    total = sum(weights)
    keys = [key for title in titles if len(key := _key(title)) > 4]
    best: tuple[int, range] | None = None
    by_words: list[range] = []
    before, most_before = 0, LITTLE * total
    for i, line in enumerate(lines):
        if before > total * (1 - MOST) and before > LONG_LINE * 5:
            break
        if line.rule is None and line.links * 2 <= len(line.text) <= LONGEST_TITLE and isinstance(line.part, Paragraph):
            key = _key(line.text)
            for span in _spans(lines, i) if any(key in wanted for wanted in keys) else ():
                key = _key("".join(lines[k].text for k in span))
                score = max((_likeness(key, wanted) for wanted in keys), default=0)
                if score and (best is None or score > best[0]):
                    best = (score, span)
            if before <= most_before and len(line.text) <= LONGEST_TITLE // 2:
                stop = 0 if NUMBERED.match(line.text) else _end_of_title(lines, i)
                if stop:
                    by_words.append(range(i, stop))
                    most_before = before  # no text may stand between it and the next
        before += weights[i]
    if best and not _is_below_a_title(lines, best[1], by_words):
        return best[1]
    return _below_the_column(lines, [_with_head(page, title) for title in by_words])


def _is_below_a_title(lines: list[Line], found: range, by_words: Sequence[range]) -> bool:
    """Tells whether lines that say what the page's head says name no report and stand below a title that does: a <title> that is the
    body's name is also what the report is signed with."""
    above = bool(by_words) and by_words[0].stop <= found.start
    return above and not REPORT_TITLE.search(fold("".join(lines[i].text for i in found)))


def _below_the_column(lines: list[Line], titles: Sequence[range]) -> range | None:
    """Returns the first of the titles above a text, or the one below the names of portal and column (东岭市人民政府 / 政府信息公开年报):
    these have no year, and below stands one title that has a year and a body, no list of several."""
    if len(titles) < 2:
        return next(iter(titles), None)
    first, *below = (fold("".join(lines[i].text for i in title)) for title in titles)
    whole = {_key(text): title for text, title in zip(below, titles[1:], strict=True) if _begins_with_a_body(text) and any(years_in(text))}
    return next(iter(whole.values())) if len(whole) == 1 and not any(years_in(first)) else titles[0]


def _begins_with_a_body(title: str) -> bool:
    """Tells whether what stands before the subject of a title, years aside, ends as the names of bodies do."""
    head, *rest = SUBJECT.split(title)
    return bool(rest) and TITLE_HEAD_END.search(NO_BODY.sub("", head)) is not None


def _end_of_title(lines: list[Line], i: int) -> int:
    """Returns the number of the line behind the title by its words that ends on line `i` or on the next; 0 where none does.

    The name of a document that a line of running text breaks off is none: …依据《通知》和《关于做好年度报告.
    """
    text = lines[i].text
    if text.count("《") != text.count("》"):
        return 0
    if REPORT_TITLE.search(fold(text)):
        return i + 1
    rest = lines[i + 1].text if i + 1 < len(lines) and lines[i + 1].rule is None else ""
    return i + 2 if TITLE_REST.fullmatch(fold(rest)) and REPORT_TITLE.search(fold(text + rest)) else 0


def _likeness(key: str, wanted: str) -> int:
    """How much of a wanted title a line says: nothing unless it is all of it, or stands in it (a <title> names the site as well)."""
    if key == wanted:
        return len(wanted) * 2
    return len(key) if len(key) > 7 and key in wanted else 0


def _spans(lines: list[Line], i: int) -> Iterable[range]:
    """The one, two or three lines from line `i` on that may be one title, broken."""
    length = 0
    for k in range(i, min(i + TITLE_LINES, len(lines))):
        length += len(lines[k].text)
        if lines[k].rule or length > LONGEST_TITLE or not isinstance(lines[k].part, Paragraph):
            return
        yield range(i, k + 1)


def _with_head(page: Lines, title: range) -> range:
    """Adds the first lines of a broken title to its last one: 吉林市人民政府2017 / 政府信息公开工作年度报告.

    Only where the last one names no body, and only lines that stand beside it in one box.
    """
    lines, parents = page.lines, page.parents
    start = title.start
    while start > max(0, title.stop - TITLE_LINES) and not _names_a_body("".join(line.text for line in lines[start : title.stop])):
        above, below = lines[start - 1], lines[start]
        words = fold(above.text)
        beside = above.box == below.box or parents[above.box] == parents[below.box]
        if above.rule or not beside or not TITLE_HEAD.fullmatch(words) or not TITLE_HEAD_END.search(words):
            break
        start -= 1
    return range(start, title.stop)


def _names_a_body(title: str) -> bool:
    """Whether anything but a year stands before the subject of a title."""
    return len(NO_BODY.sub("", SUBJECT.split(fold(title))[0])) > 1


def _drop_repeated_title(lines: list[Line], inside: set[int], first: int, shown: str) -> None:
    """Articles begin with their own title once more, below the one of the page."""
    key = _key(shown)
    for i in sorted(i for i in inside if i <= first):
        if lines[i].rule is None:
            for span in _spans(lines, i):
                if _key("".join(lines[k].text for k in span)) == key:
                    for k in span:
                        lines[k].rule = "title"


def _drop_second_copy(lines: list[Line], shown: str) -> None:
    """Pages for two sizes of screens hold the article twice, title and page head included, and a style sheet hides one."""
    kept = [i for i, line in enumerate(lines) if line.rule is None]
    said = [i for i in kept if _key(lines[i].text) != _key(shown) and not chrome.page_head(lines[i].text)]
    half = len(said) // 2
    texts = [lines[i].text for i in said]
    if half > 1 and texts[:half] == texts[half:]:
        for i in kept:
            if i > said[half - 1]:
                lines[i].rule = "second-copy"


# --- where it begins and ends -------------------------------------------------------------------------------------------------------------


def _find_end(lines: list[Line], weights: list[int], begin: int) -> int:
    """Returns the first line that is behind the report: 上一篇, 相关阅读, the page's foot, with next to nothing behind it."""
    total = sum(weights[begin:])
    kept = [len(line.text) if line.rule is None else 0 for line in lines]
    remaining, rest = total, sum(kept[begin:])
    passed = 0
    for i in range(begin, len(lines)):
        if remaining <= LITTLE * total and passed and passed >= rest - passed:
            line = lines[i]
            if line.rule == "foot" or (line.rule in (None, "links") and chrome.is_after(line.text)):
                return i
        remaining -= weights[i]
        passed += kept[i]
    return len(lines)


def _inside(page: Lines, weights: list[int], begin: int, end: int) -> set[int]:
    """Returns which lines are in the body: its box, and what weighs beside it."""
    lines, parents = page.lines, page.parents
    open_lines = [i for i in range(begin, end) if lines[i].rule is None]
    here = {i: weights[i] or len(lines[i].text) / SHORT_WEIGHT for i in open_lines}
    total = sum(here.values())
    held = [0.0] * len(parents)
    for i, weight in here.items():
        held[lines[i].box] += weight
    for box in range(len(parents) - 1, 0, -1):
        held[parents[box]] += held[box]
    # A box comes after the box around it, so the last that holds most of the weight is the smallest.
    body = max((box for box in range(len(parents)) if held[box] >= MOST * total), default=0)
    body = _grown(page, body, begin, end)
    in_body = _within(parents, body)
    inside = {i for i in open_lines if in_body[lines[i].box]}
    beside = {lines[i].box for i in open_lines if weights[i] and not in_body[lines[i].box]}
    return inside | {i for i in open_lines if lines[i].box in beside}


def _grown(page: Lines, body: int, begin: int, end: int) -> int:
    """Returns the largest box around `body` that brings in lines of a report: a heading above a table, a signature below the text.

    Links are none, nor are many short lines: menus that work by script look like text.
    """
    lines, parents = page.lines, page.parents
    links, plain, number = [0] * len(parents), [0] * len(parents), [0] * len(parents)
    for line in lines[begin:end]:
        if line.rule in ("links", "foot"):
            links[line.box] += len(line.text)
        elif line.rule is None:
            plain[line.box] += len(line.text)
            number[line.box] += 1
    for box in range(len(parents) - 1, 0, -1):
        for held in (links, plain, number):
            held[parents[box]] += held[box]
    while body:
        around = parents[body]
        more, brought = plain[around] - plain[body], number[around] - number[body]
        if links[around] - links[body] > more or (brought > MENU_LINES and more < brought * MENU_WIDTH):
            break
        body = around
    return body


def _within(parents: list[int], body: int) -> list[bool]:
    """Returns for each box whether it is `body` or within it."""
    within = [False] * len(parents)
    within[body] = True
    for box in range(body + 1, len(parents)):
        within[box] = within[parents[box]]
    return within


def _drop_panels(page: Lines, weights: list[int], inside: set[int]) -> None:
    """Drops the boxes inside the body that are mostly links and hold no running text, with their headings: 热点信息, 图说长春."""
    if not inside:
        return
    lines, parents = page.lines, page.parents
    links, plain, weight = [0] * len(parents), [0] * len(parents), [0] * len(parents)
    for i in range(min(inside), max(inside) + 1):
        line = lines[i]
        if line.rule == "links":
            links[line.box] += len(line.text)
        elif i in inside:
            plain[line.box] += len(line.text)
            weight[line.box] += weights[i]
    for box in range(len(parents) - 1, 0, -1):
        links[parents[box]] += links[box]
        plain[parents[box]] += plain[box]
        weight[parents[box]] += weight[box]
    if not weight[0]:
        return
    panel = [False] * len(parents)
    for box in range(1, len(parents)):
        panel[box] = panel[parents[box]] or (not weight[box] and links[box] > plain[box])
    for i in [i for i in inside if panel[lines[i].box]]:
        lines[i].rule = "panel"
        inside.remove(i)


def _first_and_last(lines: list[Line], weights: list[int], inside: set[int]) -> tuple[int, int]:
    """Returns the first and the last line of the body that weigh; where none does, the page head may be anywhere."""
    weighing = [i for i in inside if weights[i]]
    return (min(weighing), max(weighing)) if weighing else (len(lines), len(lines))


def _read_page_head(lines: list[Line], start: int, stop: int, facts: dict[str, str]) -> None:
    """Reads date and source from the lines around the running text, into `facts`, and drops them."""
    for line in lines[start:stop]:
        if isinstance(line.part, Paragraph) and line.rule in UNREAD_RULES and (head := chrome.page_head(line.text)):
            facts.update((label, value) for label, value in head.items() if value and label not in facts)
            line.rule = "page-head"


def _read_grid_lines(lines: list[Line], start: int, stop: int, facts: dict[str, str]) -> None:
    """Reads a metadata grid of which each label and each value is a line (`<dt>`, `<dd>`), into `facts`, and drops it."""
    labels = [i for i in range(start, min(stop, len(lines))) if lines[i].rule in UNREAD_RULES and chrome.is_grid_label(lines[i].text)]
    if len(labels) < GRID_HEAD:
        return
    for i in labels:
        lines[i].rule = "metadata"
        if i + 1 < len(lines) and i + 1 not in labels and len(lines[i + 1].text) <= chrome.LONGEST_LINE:
            facts.setdefault(chrome.squeeze(lines[i].text).strip(":[]【】"), lines[i + 1].text)
            lines[i + 1].rule = lines[i + 1].rule or "metadata"
