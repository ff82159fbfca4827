"""The shapes of the parts behind a clause's verbs, over the classes of ``words``."""

from __future__ import annotations

import re

LINK = re.compile(r"(?:B?P)+")
VERBS = r"[VM]B*(?:[IKG]B*)*"
FINITE = re.compile(VERBS)
OPENED = re.compile(rf"[SW][^;SWVM]*?(?:{VERBS})")
CONTACT = re.compile(rf"(?:P[DANEX#]+)*B*(?:{VERBS})")  # behind a subject
INFINITIVE = re.compile(r"T\[?B*I(?:B*[IKG])*")
PARTICIPLE = re.compile(r"[KGIV](?:B*[KG])*")
LIST = re.compile(r"(?:,[DANEXQ#\[\]]+)+,?C[DANEXQ#\[\]]+(?![VM])")
APPOSED = re.compile(r",[DANEXQP\[\]]+(?:,E+(?=,|$))*(?:,(?!C)|$)")
LEADING = re.compile(r"[,B]*")
VERB_LIST = re.compile(r"(?:,[VKIG])+,?C[VKIG]")
MARKS = re.compile(r"\[*")
GERUND_NOUN = re.compile(r"G(?=$|[,CVMSWP;\]])")
WANTED_VERB = re.compile(r"[SW]TB*I(?:B*[IKG])*")
VERBAL = re.compile(r"B*(?:TB*I|[VMKGI])(?:B*[IKG])*")
SECOND_LINK = re.compile(r"(?:B?P)+\[*")
LED = re.compile(r"B*\[*")
