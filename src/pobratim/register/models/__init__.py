"""The tables of the register: one file a concern.

pages       Source, PageVersion
mentions    Node, Block, Link, Mention, ActorVariant, PersonVariant
claims      Claim
records     Actor, Person, Appointment, Document (…), Event (…), Statement (…), Measure (…): derived, never written by hand
people      User, AccountChange, Token, PersonDecision, DecisionAnchor, AnchorPlace, Attachment
partners    PartnerDocument, PartnerEvent, PartnerTotal: what counts for a partner, derived too
matches     Match: derived too
silences    Contact, Silence: derived too
briefings   Briefing, BriefingText: papers that people keep
lists       ListImport, ListRow, ListMapping
"""

from .account_change import AccountChange
from .actor import Actor
from .attachment import Attachment
from .briefing import Briefing, BriefingText
from .claim import Claim
from .decision import AnchorPlace, DecisionAnchor, PersonDecision
from .document import Document, DocumentParty, DocumentRelation, DocumentSphere, DocumentState, Outliving, Signature
from .event import Event, EventDocument, EventParty, Participation
from .list_import import ListImport, ListMapping, ListRow
from .match import Match
from .measure import Measure, MeasureExecutor, MeasureSphere, Plan
from .node import ActorVariant, Block, Link, Mention, Node, PersonVariant
from .page import PageVersion, Source
from .partner import PartnerDocument, PartnerEvent, PartnerTotal
from .person import Appointment, Person
from .record import Record, State
from .search import SearchName, SearchRow, SearchTotal
from .silence import Contact, Silence
from .statement import PromiseState, Statement, StatementDocument
from .token import Token
from .user import User

__all__ = [
    "AccountChange",
    "Actor",
    "ActorVariant",
    "AnchorPlace",
    "Appointment",
    "Attachment",
    "Block",
    "Briefing",
    "BriefingText",
    "Claim",
    "Contact",
    "DecisionAnchor",
    "Document",
    "DocumentParty",
    "DocumentRelation",
    "DocumentSphere",
    "DocumentState",
    "Event",
    "EventDocument",
    "EventParty",
    "Link",
    "ListImport",
    "ListMapping",
    "ListRow",
    "Match",
    "Measure",
    "MeasureExecutor",
    "MeasureSphere",
    "Mention",
    "Node",
    "Outliving",
    "PageVersion",
    "Participation",
    "PartnerDocument",
    "PartnerEvent",
    "PartnerTotal",
    "Person",
    "PersonDecision",
    "PersonVariant",
    "Plan",
    "PromiseState",
    "Record",
    "SearchName",
    "SearchRow",
    "SearchTotal",
    "Signature",
    "Silence",
    "Source",
    "State",
    "Statement",
    "StatementDocument",
    "Token",
    "User",
]
