"""Moves to facts/."""

from ..facts import ACCREDITED as ACCREDITED
from ..facts import DELEGATED as DELEGATED
from ..facts import KINDS
from ..facts import NONE as NONE
from ..facts import ON_REQUEST as ON_REQUEST
from ..facts import STATED as STATED
from ..facts import Amendment as Amendment
from ..facts import Contact as Contact
from ..facts import DataItem as DataItem
from ..facts import Delegation as Delegation
from ..facts import Detail as Detail
from ..facts import Disclosure as Disclosure
from ..facts import Entry as Entry
from ..facts import Event as Event
from ..facts import Frame as Frame
from ..facts import Ground as Ground
from ..facts import Group as Group
from ..facts import Party as Party
from ..facts import Place as Place
from ..facts import Policy as Policy
from ..facts import Practice as Practice
from ..facts import Procedure as Procedure
from ..facts import Purpose as Purpose
from ..facts import Recipient as Recipient
from ..facts import Retention as Retention
from ..facts import Right as Right
from ..facts import Safeguard as Safeguard
from ..facts import Silence as Silence
from ..facts import Subject as Subject
from ..facts import Term as Term
from ..facts.identifiers import urn as urn

FACTS = tuple(kind.table for kind in KINDS)
