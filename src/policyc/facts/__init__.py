"""What a document states: facts, free of clause types and of wording; each kind is declared once.

Targets and rules of law read only this. Every fact has an `id` (unique in the policy, the fragment of its IRI and its
anchor in the HTML page), the `clause` it was stated in, and its `origin` (`file:line`). Texts are the rendered
Japanese, without markup.
"""

from .identifiers import urn as urn
from .kinds import BY_TABLE as BY_TABLE
from .kinds import KINDS as KINDS
from .kinds import PLACES as PLACES
from .kinds import TABLES as TABLES
from .kinds import Kind as Kind
from .places import Place as Place
from .policy import Policy as Policy
from .practices import DELEGATED as DELEGATED
from .practices import DOES as DOES
from .practices import DOES_NOT as DOES_NOT
from .practices import MAY as MAY
from .practices import MODALITIES as MODALITIES
from .practices import NONE as NONE
from .practices import ON_REQUEST as ON_REQUEST
from .practices import ONLY_IF as ONLY_IF
from .practices import STATED as STATED
from .practices import Detail as Detail
from .practices import Ground as Ground
from .practices import Practice as Practice
from .statements import ACCREDITED as ACCREDITED
from .statements import Amendment as Amendment
from .statements import Contact as Contact
from .statements import Delegation as Delegation
from .statements import Disclosure as Disclosure
from .statements import Entry as Entry
from .statements import Event as Event
from .statements import Frame as Frame
from .statements import Procedure as Procedure
from .statements import Retention as Retention
from .statements import Right as Right
from .statements import Safeguard as Safeguard
from .statements import Silence as Silence
from .things import DataItem as DataItem
from .things import Group as Group
from .things import Party as Party
from .things import Purpose as Purpose
from .things import Recipient as Recipient
from .things import Subject as Subject
from .things import Term as Term
