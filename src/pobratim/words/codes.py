"""The contract's codes in words: kinds, statuses, roles, spheres. Marked here, translated where shown."""

from __future__ import annotations

from .speech import mark

#: Kinds of record by the first letter of their keys: one of them, many of them.
RECORD = {
    "d": mark("document"),
    "e": mark("event"),
    "s": mark("statement, what was said"),
    "p": mark("person"),
    "a": mark("place or body"),
    "m": mark("measure of a plan"),
}
RECORDS = {
    "d": mark("Documents"),
    "e": mark("Events"),
    "s": mark("Statements"),
    "p": mark("People"),
    "a": mark("Places and bodies"),
}

DOCUMENT_KINDS = {
    "agreement": mark("agreement"),
    "memorandum": mark("memorandum"),
    "plan": mark("plan"),
    "roadmap": mark("road map"),
    "programme": mark("programme"),
    "protocol": mark("protocol"),
    "declaration": mark("declaration"),
    "statement": mark("joint statement"),
    "contract": mark("contract"),
    "other": mark("document"),
}

STATUSES = {
    "signed": mark("signed"),
    "planned": mark("planned"),
    "proposed": mark("proposed"),
    "in_force": mark("in force"),
    "prolonged": mark("prolonged"),
    "terminated": mark("terminated"),
    "held": mark("held"),
    "cancelled": mark("cancelled"),
}

EVENT_KINDS = {
    "visit": mark("visit"),
    "meeting": mark("meeting"),
    "negotiation": mark("talks"),
    "signing": mark("signing"),
    "forum": mark("forum"),
    "working_group": mark("working group"),
    "opening": mark("opening"),
    "other": mark("event"),
}

RELATIONS = {
    "implements": mark("implements"),
    "within": mark("is part of"),
    "amends": mark("amends"),
    "prolongs": mark("prolongs"),
    "replaces": mark("replaces"),
    "confirms": mark("confirms"),
}

SPHERES = {
    "trade-economic": mark("trade and economy"),
    "industry": mark("industry"),
    "investment": mark("investment"),
    "small-business": mark("small business"),
    "agriculture": mark("agriculture"),
    "science-technology": mark("science and technology"),
    "education": mark("education"),
    "culture": mark("culture"),
    "humanitarian": mark("humanitarian ties"),
    "social": mark("social policy"),
    "health": mark("health"),
    "sport": mark("sport"),
    "tourism": mark("tourism"),
    "youth": mark("youth"),
    "patriotic-education": mark("patriotic education"),
    "labour": mark("labour"),
    "transport": mark("transport"),
    "energy": mark("energy"),
    "construction": mark("construction"),
    "housing": mark("housing and utilities"),
    "digital": mark("digital technology"),
    "ecology": mark("ecology"),
    "forestry": mark("forestry"),
    "heritage": mark("heritage"),
    "archives": mark("archives"),
    "media": mark("media"),
    "civil-society": mark("civil society"),
    "tariffs": mark("tariffs"),
    "children-holidays": mark("children's holidays"),
    "self-government": mark("local self-government"),
    "science": mark("science"),
    "security": mark("security"),
    "compatriots": mark("compatriots"),
}

LIFECYCLES = {
    "absent": mark("not yet there"),
    "intention": mark("intention"),
    "draft": mark("draft"),
    "signed": mark("signed"),
    "in_force": mark("in force"),
    "suspended": mark("suspended"),
    "lapsed": mark("lapsed"),
    "terminated": mark("terminated"),
    "superseded": mark("superseded"),
    "unknown": mark("unknown"),
}

#: Why a document came into its state, see `register.lifecycle`.
TURNS = {
    "announced": mark("announced"),
    "signed": mark("signed"),
    "told_signed": mark("told to be signed"),
    "told_in_force": mark("told to be in force"),
    "prolonged": mark("prolonged"),
    "renewed": mark("renewed"),
    "terminated": mark("told to be terminated"),
    "replaced": mark("replaced by another document"),
    "person": mark("entered by a person"),
}

RENEWALS = {
    "none": mark("ends, unless the sides agree anew"),
    "once": mark("renewed once by itself"),
    "repeated": mark("renewed by itself"),
}

COURSE_STATES = {
    "draft": mark("draft"),
    "signed": mark("signed"),
    "in_force": mark("in force"),
    "renewed": mark("renewed"),
    "suspended": mark("suspended"),
    "lapsed": mark("lapsed"),
    "terminated": mark("terminated"),
    "superseded": mark("superseded"),
}

LEVELS = {
    "national": mark("country"),
    "region": mark("region"),
    "district": mark("district"),
    "city": mark("city or settlement"),
    "organisation": mark("organisation"),
}

ACTOR_KINDS = {
    "country": mark("country"),
    "region": mark("region"),
    "district": mark("district"),
    "city": mark("city"),
    "settlement": mark("settlement"),
    "government": mark("government"),
    "administration": mark("administration"),
    "assembly": mark("assembly"),
    "representation": mark("representation"),
    "ministry": mark("ministry or department"),
    "embassy": mark("embassy or consulate"),
    "university": mark("university"),
    "school": mark("school"),
    "chamber": mark("chamber"),
    "company": mark("company"),
    "association": mark("association"),
    "party": mark("political party"),
    "media": mark("news outlet"),
    "culture": mark("cultural institution"),
    "hospital": mark("hospital"),
    "court": mark("court"),
    "church": mark("church"),
    "forum": mark("forum"),
    "other": mark("other"),
}

ROLES = {
    "head": mark("head of the delegation"),
    "member": mark("member of the delegation"),
    "host": mark("host"),
    "speaker": mark("speaker"),
    "participant": mark("participant"),
}

USER_ROLES = {
    "viewer": mark("viewer: reads"),
    "editor": mark("editor: enters and reviews"),
    "manager": mark("manager: merges, deletes, keeps the accounts"),
}

ACCOUNT_ACTIONS = {
    "add": mark("account made"),
    "role": mark("role given"),
    "close": mark("account closed"),
    "open": mark("account opened"),
    "password": mark("password changed"),
}

#: What a person did, as the history tells it.
ACTIONS = {
    "accept": mark("accepted"),
    "reject": mark("rejected"),
    "edit": mark("changed"),
    "merge": mark("merged"),
    "split": mark("parted"),
    "attach": mark("attached a file"),
}

DIGESTS = {"never": mark("never"), "daily": mark("every day"), "weekly": mark("every Monday")}

#: What becomes of a row of a list that is imported, see `register.lists.dry`.
FATES = {
    "add": mark("would be added"),
    "fill": mark("is known, would be completed"),
    "known": mark("is known"),
    "double": mark("repeats another row"),
    "unreadable": mark("cannot be read"),
}

MEASURE_STATES = {
    "not_started": mark("not started"),
    "under_way": mark("under way"),
    "done": mark("done"),
    "partly": mark("done in part"),
    "postponed": mark("postponed"),
    "not_done": mark("not done"),
    "dropped": mark("dropped"),
    "no_word": mark("no word"),
}

#: By what the board of a plan is grouped.
GROUPINGS = {
    "section": mark("by section"),
    "state": mark("by state"),
    "sphere": mark("by sphere"),
    "executor": mark("by executor"),
    "quarter": mark("by quarter"),
}

RECURRING = {
    "yearly": mark("every year"),
    "half-yearly": mark("every half-year"),
    "quarterly": mark("every quarter"),
    "monthly": mark("every month"),
    "term": mark("during the whole term"),
    "agreed": mark("to be agreed"),
}

OUTCOMES = {"open": mark("open"), "kept": mark("kept"), "broken": mark("not kept"), "dropped": mark("dropped")}

SIDES = {"a": mark("side A"), "b": mark("side B"), "joint": mark("both sides")}

#: Kind of record (the first letter of its key) → field → its name.
FIELDS = {
    "a": {"name": mark("Name"), "kind": mark("Kind"), "within": mark("Lies in")},
    "p": {"name": mark("Full name"), "post": mark("Post")},
    "d": {
        "kind": mark("Kind"),
        "title": mark("Title"),
        "status": mark("Status"),
        "party": mark("Parties"),
        "signatory": mark("Signatories"),
        "witness": mark("In the presence of"),
        "signed": mark("Date"),
        "place": mark("Place"),
        "term": mark("Term"),
        "sphere": mark("Spheres"),
        "relation": mark("Related documents"),
        "course": mark("Course"),
        "match": mark("News for it"),
    },
    "e": {
        "kind": mark("Kind"),
        "status": mark("Status"),
        "date": mark("Date"),
        "place": mark("Place"),
        "host": mark("Host"),
        "party": mark("Parties"),
        "person": mark("People"),
        "document": mark("Documents"),
        "within": mark("Part of"),
    },
    "s": {
        "text": mark("Words"),
        "speaker": mark("Speaker"),
        "document": mark("Documents"),
        "promise": mark("Promise"),
        "outcome": mark("What became of it"),
        "match": mark("News for it"),
    },
    "m": {
        "plan": mark("Plan"),
        "section": mark("Section"),
        "number": mark("Number"),
        "text": mark("Measure"),
        "sphere": mark("Spheres"),
        "executor": mark("Executors"),
        "due": mark("Due"),
        "expected": mark("Expected result"),
        "raw": mark("As written"),
        "report": mark("Reports"),
        "match": mark("News for it"),
    },
}
