"""委託 — personal data handed to a processor within the purposes of use (APPI arts. 25, 27(5)(i), 28)."""

from ...facts import MAY
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import (
    COUNTRIES,
    DATA_ITEMS,
    GROUNDS,
    MODALITY_KEY,
    RECIPIENTS,
    WITHIN_PURPOSES,
    Key,
    choice,
    clause,
)


def lower(node: Node, out: Lowering) -> None:
    """One practice: what is entrusted, to whom, within which purposes."""
    if lowerings.silent(out, node):
        return
    out.practice(
        node,
        "entrust",
        data=out.data(node, "data"),
        purposes=out.purposes(node, "scope"),
        recipients=out.recipients(node, "to"),
        grounds=out.grounds(node, "basis"),
        details=out.details(node, "extent", "supervision", "country"),
        open_lists=out.open_lists(node, "country", data="data", recipients="to", basis="basis"),
        modality=MAY,
    )


CLAUSE = clause(
    "entrustment",
    "委託",
    "個人データの取扱いの委託。",
    "Entrustment of the handling of personal data.",
    (
        Key(
            "to",
            "委託先",
            RECIPIENTS,
            "委託先。",
            "The processors.",
        ),
        Key(
            "scope",
            "範囲",
            WITHIN_PURPOSES,
            "委託する範囲。",
            "Within which purposes.",
            many=False,
        ),
        Key(
            "extent",
            "程度",
            choice(("all-or-part", "全部又は一部", "全部又は一部"), ("part", "一部", "一部"), ("all", "全部", "全部")),
            "取扱いのどこまでを委託するか。",
            "How much of the handling is entrusted.",
            many=False,
        ),
        Key(
            "data",
            "データ",
            DATA_ITEMS,
            "委託する個人データの項目。",
            "The data items entrusted.",
        ),
        Key(
            "supervision",
            "監督",
            choice(
                (
                    "contract",
                    "契約",
                    "契約の締結その他の必要かつ適切な監督を行います",
                    "契約の締結その他の必要かつ適切な監督を行う",
                ),
                (
                    "selected-and-monitored",
                    "選定と把握",
                    "委託先を適切に選定し、個人データの取扱いに関する契約を締結した上で、委託先における個人データの取扱状況を把握するなど、"
                    "必要かつ適切な監督を行います",
                    "委託先を適切に選定し、個人データの取扱いに関する契約を締結した上で、委託先における個人データの取扱状況を把握するなど、"
                    "必要かつ適切な監督を行う",
                ),
                ("supervised", "監督あり", "必要かつ適切な監督を行います", "必要かつ適切な監督を行う"),
            ),
            "委託先の監督。selected-and-monitored（選定と把握）は、適切な選定、契約の締結、取扱状況の把握の三つを行うこと（通則編3-4-4）。",
            "How processors are supervised; `selected-and-monitored`: they are chosen with care, bound by a contract, and how "
            "they handle the data is looked into (guidelines 3-4-4).",
            many=False,
        ),
        Key(
            "country",
            "国",
            COUNTRIES,
            "委託先の所在国。",
            "The countries of the processors.",
        ),
        Key(
            "basis",
            "根拠",
            GROUNDS,
            "外国にある者に委託する根拠（法第28条第1項）。",
            "The ground on which the handling is entrusted to a party abroad (Article 28(1)).",
        ),
        MODALITY_KEY,
    ),
    package=__name__,
    states_practices=True,
)
