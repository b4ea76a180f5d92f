"""The few Japanese sentences of a P3P policy: the clause a statement comes from, and who receives the data."""

from __future__ import annotations

from collections.abc import Sequence

from ... import matters
from ...facts import Party, Practice, Recipient
from .tables import Receiver, Tables, is_consent

UNNAMED_DATA, UNNAMED_PURPOSES = "その他（文書が挙げていないもの）", "その他（文書が挙げていない目的）"
"""What stands for the rest of a list that is left open (氏名、住所等)."""
_OTHERWISE = "のとおり、{whose}個人情報を取り扱います。"


def heading(clause: str, known: Tables) -> str:
    """The heading of a clause with its number: 「2．個人情報の利用目的」."""
    place = known.places.get(clause)
    return f"「{place.marker}{place.heading}」" if place is not None else "この文書"


def where(practice: Practice, known: Tables) -> str:
    """The heading a practice stands under, and its own number: 「3．個人情報の第三者への提供」（2）."""
    place = known.places.get(practice.clause)
    above = place.marker if place is not None else ""
    return heading(practice.clause, known) + practice.marker.removeprefix(above)


def whose(practice: Practice, known: Tables) -> str:
    """The people a practice speaks of, as a genitive: お客様の; empty when it names none."""
    people = "、".join(known.people[id_].text for id_ in practice.subjects if id_ in known.people)
    return f"{people}の" if people else ""


def consequence(practice: Practice, merged: list[Practice], known: Tables) -> str:
    """The CONSEQUENCE of a statement (REC 3.3.2): what is done, in one sentence that names the clause."""
    says = _said(practice.action).format(whose=whose(practice, known))
    if matters.flow(practice.action) == matters.COLLECTED and not practice.data:
        # Where no item is named the texts say what may be done.
        says = says.replace("取得します", "取得することがあります")
    said = where(practice, known) + says
    if merged:
        said += "".join(where(one, known) for one in merged) + "のとおり、その取扱いを委託することがあります。"
    return said


def _said(action: str) -> str:
    """What a clause says of its action."""
    act = matters.acts().get(action)
    return (act.says if act is not None else "") or _OTHERWISE


def unnamed_data(practice: Practice, known: Tables) -> str:
    """What stands for the data of a practice that names none: お客様の個人情報."""
    return f"{whose(practice, known)}個人情報"


def from_clause(clause: str, scope: str, known: Tables) -> str:
    """How other-purpose points to the purposes of a clause, so that no text is said twice."""
    return heading(clause, known) + ("の範囲内" if scope == "within" else "と同一")


def from_uses(clauses: Sequence[str], known: Tables) -> str:
    """The purposes of use of a document, named by their clause where there is one."""
    return f"{heading(clauses[0], known)}の範囲内" if len(clauses) == 1 else "この文書に掲げた利用目的の範囲内"


def no_purpose(practice: Practice, known: Tables) -> str:
    """What other-purpose says where the text gives no purpose: P3P requires one, and none may be invented."""
    return f"{where(practice, known)}に目的の記載はありません。"


def description(receiver: Receiver, practice: Practice) -> str:
    """A recipient-description: the name as the text gives it, then what kind of recipient it is and in which role."""
    name = receiver.text if isinstance(receiver, Recipient) else receiver.name
    kinds = [c.ja for c in receiver.concepts if c.ja not in name] if isinstance(receiver, Recipient) else []
    act = matters.acts().get(practice.action)
    role = act.receiver if act is not None else ""
    if practice.action == "provide" and any(map(is_consent, practice.grounds)):
        role = f"同意を得た{role}"
    if role and role not in kinds and role not in name:
        kinds.append(role)
    return f"{name}（{'、'.join(kinds)}）" if kinds else name


def is_operator(receiver: Receiver, known: Tables) -> bool:
    """Whether a receiver is the operator itself, who is `ours` and no other party."""
    return isinstance(receiver, Party) and receiver.id == known.policy.operator
