"""What the replicas of the families publish: invented reports, and the article pages they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from office import paragraph as word_paragraph
from office import word_file

from crawlers.portals import read_card
from crawlers.replica import Page

NAVIGATION = "".join(f'<a href="/c{number}/">栏目{number}</a>' for number in range(40))

PARAGRAPHS = (
    "一、概述",
    "本报告由{issuer}根据《中华人民共和国政府信息公开条例》要求编制。数据统计期限自{year}年1月1日起，至{year}年12月31日止。"
    "本机关坚持以公开为常态、不公开为例外，完善公开目录，规范办理程序，加强保密审查，做好公开平台的日常维护，公众查阅的渠道比以往更加便利。",
    "二、主动公开政府信息情况",
    "{year}年，主动公开政府信息{disclosed}条，其中政府网站公开{on_site}条，政府公报公开200条，政务微博公开100条，政务微信公开100条。"
    "公开的内容包括机构职能、规划计划、财政资金、公共服务、社会救助等方面，均按规定的期限公开。",
    "三、依申请公开政府信息情况",
    "全年共收到政府信息公开申请15件，其中当面申请5件，网络申请10件。申请办结15件，其中按时办结15件。申请答复15件，其中同意公开答复15件。",
    "四、行政复议和行政诉讼情况",
    "没有发生因政府信息公开申请引起的行政复议和行政诉讼。",
    "五、存在的问题和改进措施",
    "公开的内容还不够全面，更新还不够及时。下一步将加强培训，健全制度，进一步提高工作水平。",
)


@dataclass(frozen=True, slots=True)
class Report:
    """One report on a portal; `number` is what tells its address from the others'."""

    issuer: str
    year: int
    number: int
    disclosed: int

    @property
    def title(self) -> str:
        return f"{self.issuer}{self.year}年政府信息公开工作年度报告"

    @property
    def published(self) -> str:
        return f"{self.year + 1}-03-15"

    @property
    def paragraphs(self) -> list[str]:
        figures = {"issuer": self.issuer, "year": self.year, "disclosed": self.disclosed, "on_site": self.disclosed - 400}
        return [paragraph.format(**figures) for paragraph in PARAGRAPHS]

    @property
    def page(self) -> Page:
        return self._page("".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs))

    def page_with_file(self, address: str) -> Page:
        """Returns a page that says nothing itself: the report is the file it links."""
        return self._page(f'<p>附件：<a href="{address}">{self.title}.docx</a></p>')

    @property
    def file(self) -> Page:
        return Page(_word(self), "application/octet-stream", self.modified)

    def _page(self, text: str) -> Page:
        head = f"<title>{self.title}</title>{NAVIGATION}<h1>{self.title}</h1><p>发布日期：{self.published}</p>"
        return html(f'{head}<div class="TRS_Editor">{text}</div>', self.modified)

    @property
    def modified(self) -> datetime:
        return datetime(self.year + 1, 3, 15, tzinfo=UTC)


@cache
def _word(report: Report) -> bytes:
    """Returns a report as a Word file; made once, as the time it is made at is in it."""
    return word_file("".join(map(word_paragraph, (report.title, *report.paragraphs))))


def first_state(portal: str) -> list[Report]:
    """Returns what a portal publishes when it is first crawled, the newest first, as lists have it."""
    issuer = read_card(portal).agency
    return [Report(issuer, year, 1000 + year, year) for year in (2016, 2015, 2014, 2013)]


def later_state(portal: str) -> list[Report]:
    """Returns what it publishes later: 2017 is new, 2015 states other figures, 2014 is taken down, 2013 has moved."""
    kept, edited, _, moved = first_state(portal)
    new = replace(kept, year=2017, number=3017, disclosed=2017)
    return [new, kept, replace(edited, disclosed=edited.disclosed + 50), replace(moved, number=9013)]


def html(body: str, modified: datetime) -> Page:
    markup = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    return Page(markup.encode(), "text/html; charset=utf-8", modified)


def data(text: str, content_type: str) -> Page:
    """Returns an interface's answer: made anew for each request, so that nothing tells whether it changed."""
    return Page(text.encode(), content_type, datetime(2020, 1, 1, tzinfo=UTC), validators=frozenset())


def newest(reports: Sequence[Report]) -> datetime:
    return max(report.modified for report in reports)
