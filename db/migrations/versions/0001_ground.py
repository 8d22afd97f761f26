"""The ground: portals, captures, readings, reports, editions and all that was read in them"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "extractor",
        sa.Column("version", sa.String(), nullable=False, comment="Its number, such as 1.4.0"),
        sa.Column(
            "sort_key", sa.String(), nullable=False, comment="The number with its parts of equal width: text order is the order of versions"
        ),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_extractor")),
        sa.UniqueConstraint("sort_key", name=op.f("uq_extractor_sort_key")),
        comment="A version of the extractor",
    )
    op.create_table(
        "installed",
        sa.Column("part", sa.String(), nullable=False, comment="catalogue, or views"),
        sa.Column("sha256", sa.String(), nullable=False, comment="Digest of what was installed"),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_installed")),
        comment="What upgrades install beside the schema, so that an upgrade with nothing new changes nothing",
    )
    op.create_table(
        "metric",
        sa.Column("code", sa.String(), nullable=False, comment="Public name: SQL column, JSON key"),
        sa.Column("label", sa.String(), nullable=False, comment="Label in the forms"),
        sa.Column("unit", sa.String(), nullable=False, comment="Unit of all its figures"),
        sa.Column("note", sa.String(), nullable=False, comment="What to mind"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_metric")),
        comment="The catalogue of metrics",
    )
    op.create_table(
        "party",
        sa.Column("code", sa.String(), nullable=False, comment="Public name"),
        sa.Column("label", sa.String(), nullable=False, comment="Label in the forms"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_party")),
        comment="The applicant columns of the forms",
    )
    op.create_table(
        "portal",
        sa.Column("id", sa.String(), nullable=False, comment="Name of the spider, and of the portal's archive"),
        sa.Column("name", sa.String(), nullable=False, comment="Name in Chinese"),
        sa.Column("family", sa.String(), nullable=False, comment="The CMS behind the portal"),
        sa.Column("address", sa.String(), nullable=False, comment="Address of its front page"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portal")),
        comment="A government website that publishes reports",
    )
    op.create_table(
        "region",
        sa.Column("code", sa.String(), nullable=False, comment="GB/T 2260 code"),
        sa.Column("name", sa.String(), nullable=False, comment="Name in Chinese"),
        sa.CheckConstraint("length(code) = 6", name=op.f("ck_region_code")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_region")),
        comment="An administrative division; the first two digits of its code are its province, the first four its prefecture",
    )
    op.create_table(
        "crawl",
        sa.Column("portal_id", sa.String(), nullable=False, comment="The portal crawled"),
        sa.Column("id", sa.String(), nullable=False, comment="Name of the crawl in the archive"),
        sa.Column("started_at", sa.String(), nullable=False, comment="When it began (UTC)"),
        sa.Column("finished_at", sa.String(), nullable=True, comment="When its closing summary was written (UTC); NULL: interrupted"),
        sa.Column("outcome", sa.String(), nullable=True, comment="Why it ended, from the closing summary"),
        sa.Column("counts", sa.String(), nullable=False, comment="Counts of the closing summary (JSON object)"),
        sa.ForeignKeyConstraint(["portal_id"], ["portal.id"], name=op.f("fk_crawl_portal_id_portal")),
        sa.PrimaryKeyConstraint("portal_id", "id", name=op.f("pk_crawl")),
        comment="One crawl of one portal",
    )
    op.create_table(
        "form_line",
        sa.Column("form", sa.String(), nullable=False, comment="The form"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Place of the line in the form, from 0"),
        sa.Column("number", sa.String(), nullable=False, comment="Number printed on the form"),
        sa.Column("label", sa.String(), nullable=False, comment="Label printed on the form"),
        sa.Column("metric", sa.String(), nullable=False, comment="The metric"),
        sa.Column("parent", sa.String(), nullable=True, comment="The metric it belongs to"),
        sa.Column(
            "relation",
            sa.String(),
            nullable=True,
            comment="addend: the lines of a parent add up to it; part: at most the parent; channel: neither",
        ),
        sa.Column("dimension", sa.String(), nullable=True, comment="party: the line has a column for each applicant"),
        sa.CheckConstraint("form IN ('2014', '2019', '2021', 'local')", name=op.f("ck_form_line_form")),
        sa.ForeignKeyConstraint(["metric"], ["metric.code"], name=op.f("fk_form_line_metric_metric")),
        sa.ForeignKeyConstraint(["parent"], ["metric.code"], name=op.f("fk_form_line_parent_metric")),
        sa.PrimaryKeyConstraint("form", "position", name=op.f("pk_form_line")),
        comment="A line of a national form and the metric it counts",
    )
    op.create_index(op.f("ix_form_line_metric"), "form_line", ["metric"], unique=False)
    op.create_table(
        "issuer",
        sa.Column("id", sa.String(), nullable=False, comment="Digest of name and region code"),
        sa.Column("name", sa.String(), nullable=False, comment="Full name"),
        sa.Column("region_code", sa.String(), nullable=True, comment="Its region; NULL: not stated"),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("fk_issuer_region_code_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issuer")),
        sa.UniqueConstraint("name", "region_code", name=op.f("uq_issuer_name")),
        comment="A body of government that reports; two bodies of one name are told apart by their region",
    )
    op.create_index(op.f("ix_issuer_region_code"), "issuer", ["region_code"], unique=False)
    op.create_table(
        "capture",
        sa.Column("portal_id", sa.String(), nullable=False, comment="The portal it is from"),
        sa.Column("url", sa.String(), nullable=False, comment="Its address"),
        sa.Column("fetched_at", sa.String(), nullable=False, comment="When it was fetched (UTC)"),
        sa.Column("crawl_id", sa.String(), nullable=False, comment="The crawl that fetched it"),
        sa.Column("status", sa.Integer(), nullable=False, comment="HTTP status; 304 confirms the body named here"),
        sa.Column("content_type", sa.String(), nullable=True, comment="Content-Type header"),
        sa.Column("body_sha256", sa.String(), nullable=True, comment="SHA-256 of the body, its key in the archive; NULL: no body"),
        sa.Column(
            "content_sha256",
            sa.String(),
            nullable=True,
            comment="SHA-256 of what is read: the body, or body and attachments together; NULL: nothing to read",
        ),
        sa.Column("page_url", sa.String(), nullable=True, comment="On an attachment: the page it belongs to"),
        sa.CheckConstraint("content_sha256 IS NULL OR body_sha256 IS NOT NULL", name=op.f("ck_capture_content")),
        sa.ForeignKeyConstraint(["portal_id", "crawl_id"], ["crawl.portal_id", "crawl.id"], name=op.f("fk_capture_portal_id_crawl")),
        sa.PrimaryKeyConstraint("portal_id", "url", "fetched_at", name=op.f("pk_capture")),
        comment="One page or attachment as fetched at one moment; its bytes are in the archive under body_sha256",
    )
    op.create_index("ix_capture_body", "capture", ["body_sha256"], unique=False)
    op.create_index("ix_capture_content", "capture", ["portal_id", "url", "content_sha256", "fetched_at"], unique=False)
    op.create_table(
        "report",
        sa.Column("id", sa.String(), nullable=False, comment="Digest of issuer and year"),
        sa.Column("issuer_id", sa.String(), nullable=False, comment="The body that reports"),
        sa.Column("year", sa.Integer(), nullable=False, comment="The year reported on"),
        sa.CheckConstraint("year BETWEEN 2000 AND 2100", name=op.f("ck_report_year")),
        sa.ForeignKeyConstraint(["issuer_id"], ["issuer.id"], name=op.f("fk_report_issuer_id_issuer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("issuer_id", "year", name=op.f("uq_report_issuer_id")),
        comment="What one body reported for one year",
    )
    op.create_index(op.f("ix_report_year"), "report", ["year"], unique=False)
    op.create_table(
        "edition",
        sa.Column("id", sa.String(), nullable=False, comment="Digest of its content"),
        sa.Column("report_id", sa.String(), nullable=True, comment="Its report; NULL: issuer or year unknown"),
        sa.Column("form", sa.String(), nullable=True, comment="Form followed: 2014, 2019, 2021, or local"),
        sa.Column("level", sa.String(), nullable=True, comment="Level of government of the issuer"),
        sa.Column("text_sha256", sa.String(), nullable=False, comment="SHA-256 of the text (UTF-8)"),
        sa.Column("text", sa.String(), nullable=False, comment="The cleaned text; all offsets count its characters from 0"),
        sa.Column(
            "ledger",
            sa.String(),
            nullable=False,
            comment="Account of every numeral in the text (JSON list of [start, end, kind]); counted in ledger_count",
        ),
        sa.CheckConstraint("form IN ('2014', '2019', '2021', 'local')", name=op.f("ck_edition_form")),
        sa.CheckConstraint(
            "level IN ('national', 'province', 'prefecture', 'county', 'township', 'department')", name=op.f("ck_edition_level")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_edition_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        comment="One text of a report with all that was read in it; never changes",
    )
    op.create_index(op.f("ix_edition_report_id"), "edition", ["report_id"], unique=False)
    op.create_table(
        "fact",
        sa.Column("edition_id", sa.String(), nullable=False, comment="The edition that states it"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the facts, from 0"),
        sa.Column("metric", sa.String(), nullable=False, comment="What is counted"),
        sa.Column("party", sa.String(), nullable=False, comment="The applicant column, or all"),
        sa.Column(
            "scope",
            sa.String(),
            nullable=False,
            comment="all: the body and all it reports for; own_level: the body alone; part: one department of several",
        ),
        sa.Column(
            "qualifier", sa.String(), nullable=False, comment="exact, at_least (余, 多, 以上), below (近, 不足), or about (约, 左右)"
        ),
        sa.Column("source", sa.String(), nullable=False, comment="table or text"),
        sa.Column(
            "preferred", sa.Boolean(), nullable=False, comment="Whether it stands for its metric and party; one fact of an edition does"
        ),
        sa.Column("value", sa.Float(), nullable=True, comment="The figure in the metric's unit; NULL: illegible, see raw"),
        sa.Column("raw", sa.String(), nullable=False, comment="The figure as written"),
        sa.Column("quote", sa.String(), nullable=False, comment="The words that state it"),
        sa.Column("start_offset", sa.Integer(), nullable=False, comment="Where the quote begins in the text"),
        sa.Column("end_offset", sa.Integer(), nullable=False, comment="Where the quote ends"),
        sa.CheckConstraint("NOT preferred OR scope <> 'part'", name=op.f("ck_fact_preferred")),
        sa.CheckConstraint("qualifier IN ('exact', 'at_least', 'below', 'about')", name=op.f("ck_fact_qualifier")),
        sa.CheckConstraint("scope IN ('all', 'own_level', 'part')", name=op.f("ck_fact_scope")),
        sa.CheckConstraint("source IN ('table', 'text')", name=op.f("ck_fact_source")),
        sa.CheckConstraint("start_offset >= 0 AND start_offset <= end_offset", name=op.f("ck_fact_place")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_fact_edition_id_edition")),
        sa.ForeignKeyConstraint(["metric"], ["metric.code"], name=op.f("fk_fact_metric_metric")),
        sa.ForeignKeyConstraint(["party"], ["party.code"], name=op.f("fk_fact_party_party")),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_fact")),
        comment="One figure of a catalogued metric, with the words that state it",
    )
    op.create_index(
        "uq_fact_preferred",
        "fact",
        ["edition_id", "metric", "party"],
        unique=True,
        sqlite_where=sa.text("preferred"),
        postgresql_where=sa.text("preferred"),
    )
    op.create_table(
        "finding",
        sa.Column("edition_id", sa.String(), nullable=False, comment="The edition checked"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the findings, from 0"),
        sa.Column("rule", sa.String(), nullable=False, comment="The check: sum, part, conflict, ..."),
        sa.Column("status", sa.String(), nullable=False, comment="pass, fail, or cannot_tell"),
        sa.Column(
            "metrics",
            sa.String(),
            nullable=False,
            comment="The figures it looked at: metric or metric/party, separated by spaces, the one in question first",
        ),
        sa.Column("expected", sa.Float(), nullable=True, comment="What the rule demands"),
        sa.Column("actual", sa.Float(), nullable=True, comment="What the report states"),
        sa.Column("message", sa.String(), nullable=False, comment="The finding in words"),
        sa.CheckConstraint("status IN ('pass', 'fail', 'cannot_tell')", name=op.f("ck_finding_status")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_finding_edition_id_edition")),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_finding")),
        comment="What a check of an edition found; a finding never alters a figure",
    )
    op.create_index("ix_finding_status", "finding", ["status", "rule"], unique=False)
    op.create_table(
        "ledger_count",
        sa.Column("edition_id", sa.String(), nullable=False, comment="The edition"),
        sa.Column("kind", sa.String(), nullable=False, comment="What the numerals were taken for"),
        sa.Column("entries", sa.Integer(), nullable=False, comment="How many"),
        sa.CheckConstraint(
            "kind IN ('fact', 'statement', 'share', 'change', 'prior', 'cumulative', "
            "'date', 'period', 'document_number', 'law', 'ordinal', 'contact', 'name', 'unread')",
            name=op.f("ck_ledger_count_kind"),
        ),
        sa.CheckConstraint("entries > 0", name=op.f("ck_ledger_count_entries")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_ledger_count_edition_id_edition")),
        sa.PrimaryKeyConstraint("edition_id", "kind", name=op.f("pk_ledger_count")),
        comment="How many numerals of an edition were taken for what; unread ones are the honest rest",
    )
    op.create_table(
        "reading",
        sa.Column("id", sa.String(), nullable=False, comment="Digest of portal, address, content and version"),
        sa.Column("portal_id", sa.String(), nullable=False, comment="The portal"),
        sa.Column("url", sa.String(), nullable=False, comment="The address"),
        sa.Column("content_sha256", sa.String(), nullable=False, comment="The content read, as in capture"),
        sa.Column("extractor_version", sa.String(), nullable=False, comment="The version that read it"),
        sa.Column("verdict", sa.String(), nullable=False, comment="report, unplaced (issuer or year unknown), not_report, or unreadable"),
        sa.Column("reason", sa.String(), nullable=True, comment="Why it is not placed or not readable"),
        sa.Column("edition_id", sa.String(), nullable=True, comment="The edition it is; NULL: no report"),
        sa.Column("title", sa.String(), nullable=True, comment="Title on the page"),
        sa.Column("published", sa.String(), nullable=True, comment="Date of publication on the page"),
        sa.Column("media", sa.String(), nullable=True, comment="Kind of file: html, docx, pdf, ..."),
        sa.Column("charset", sa.String(), nullable=True, comment="Charset the bytes were decoded with"),
        sa.Column("charset_rule", sa.String(), nullable=True, comment="Rule that decided the charset"),
        sa.Column("page", sa.String(), nullable=False, comment="What the page says of itself (JSON object)"),
        sa.Column("dropped", sa.String(), nullable=False, comment="Pieces of the page kept out of the text, counted by rule (JSON object)"),
        sa.Column("first_seen_at", sa.String(), nullable=False, comment="First capture of this content at this address (UTC)"),
        sa.Column("last_seen_at", sa.String(), nullable=False, comment="Last capture of this content at this address (UTC)"),
        sa.CheckConstraint("(verdict IN ('report', 'unplaced')) = (edition_id IS NOT NULL)", name=op.f("ck_reading_edition")),
        sa.CheckConstraint("verdict IN ('report', 'unplaced', 'not_report', 'unreadable')", name=op.f("ck_reading_verdict")),
        sa.CheckConstraint("first_seen_at <= last_seen_at", name=op.f("ck_reading_seen")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_reading_edition_id_edition")),
        sa.ForeignKeyConstraint(["extractor_version"], ["extractor.version"], name=op.f("fk_reading_extractor_version_extractor")),
        sa.ForeignKeyConstraint(
            ["portal_id", "url", "first_seen_at"],
            ["capture.portal_id", "capture.url", "capture.fetched_at"],
            name="fk_reading_first_seen_at_capture",
        ),
        sa.ForeignKeyConstraint(
            ["portal_id", "url", "last_seen_at"],
            ["capture.portal_id", "capture.url", "capture.fetched_at"],
            name="fk_reading_last_seen_at_capture",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        sa.UniqueConstraint("portal_id", "url", "content_sha256", "extractor_version", name=op.f("uq_reading_portal_id")),
        comment="What one version of the extractor made of the content of one address",
    )
    op.create_index(op.f("ix_reading_edition_id"), "reading", ["edition_id"], unique=False)
    op.create_table(
        "section",
        sa.Column("edition_id", sa.String(), nullable=False, comment="The edition"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the sections, from 0"),
        sa.Column("heading", sa.String(), nullable=False, comment="The heading"),
        sa.Column("depth", sa.Integer(), nullable=False, comment="1 for 一、, 2 for （一）, 3 for 1."),
        sa.Column("start_offset", sa.Integer(), nullable=False, comment="Where the heading begins in the text"),
        sa.Column("end_offset", sa.Integer(), nullable=False, comment="Where the section ends"),
        sa.CheckConstraint("depth >= 1", name=op.f("ck_section_depth")),
        sa.CheckConstraint("start_offset >= 0 AND start_offset <= end_offset", name=op.f("ck_section_place")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_section_edition_id_edition")),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_section")),
        comment="A section of an edition under the report's own heading",
    )
    op.create_table(
        "statement",
        sa.Column("edition_id", sa.String(), nullable=False, comment="The edition that states it"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the statements, from 0"),
        sa.Column("subject", sa.String(), nullable=False, comment="What is counted, in the report's words"),
        sa.Column("value", sa.Float(), nullable=True, comment="The figure; NULL: illegible"),
        sa.Column("unit", sa.String(), nullable=False, comment="Its unit, as written"),
        sa.Column("qualifier", sa.String(), nullable=False, comment="As in fact"),
        sa.Column("quote", sa.String(), nullable=False, comment="The words that state it"),
        sa.Column("start_offset", sa.Integer(), nullable=False, comment="Where the quote begins in the text"),
        sa.Column("end_offset", sa.Integer(), nullable=False, comment="Where the quote ends"),
        sa.CheckConstraint("qualifier IN ('exact', 'at_least', 'below', 'about')", name=op.f("ck_statement_qualifier")),
        sa.CheckConstraint("start_offset >= 0 AND start_offset <= end_offset", name=op.f("ck_statement_place")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_statement_edition_id_edition")),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_statement")),
        comment="A figure outside the catalogue, with its subject",
    )
    op.create_table(
        "report_source",
        sa.Column("report_id", sa.String(), nullable=False, comment="The report"),
        sa.Column("portal_id", sa.String(), nullable=False, comment="The portal"),
        sa.Column("url", sa.String(), nullable=False, comment="The address"),
        sa.Column("reading_id", sa.String(), nullable=False, comment="The reading of its latest content"),
        sa.Column(
            "stands",
            sa.Boolean(),
            nullable=False,
            comment="Whether the report's figures are those of this source; one source of a report does",
        ),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_report_source_reading_id_reading")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_source_report_id_report")),
        sa.PrimaryKeyConstraint("report_id", "portal_id", "url", name=op.f("pk_report_source")),
        comment="Where a report stands: each address, the reading of what it shows now, and which of them the figures are taken from",
    )
    op.create_index(op.f("ix_report_source_reading_id"), "report_source", ["reading_id"], unique=False)
    op.create_index(
        "uq_report_source_stands",
        "report_source",
        ["report_id"],
        unique=True,
        sqlite_where=sa.text("stands"),
        postgresql_where=sa.text("stands"),
    )
