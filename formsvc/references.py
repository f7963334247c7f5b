"""The sources of rules and fixed texts: the model's documents, and the law in force.

Law is cited from here alone. The model's documents name acts that are no longer in
force; these are the sections that replaced them, read in April 2026.
"""

from typing import Final

HANDBOOK: Final = "Handledning för Kronobarnsmodellen"
FAQ: Final = "Vanliga frågor och svar om Kronobarnsmodellen"
HEALTH_CARE: Final = "Förtydligande kring samverkan inom Kronobarnsmodellen"
SIP_SUPPORT: Final = "Från SIP till samverkansmöte och Barnets plan"
PROCESS: Final = "Region Kronobergs process för Kronobarnsmodellen"
MODEL: Final = "Dokumentens form i formsvc"

SIP_LAW: Final = "SoL (2025:400) 10 kap. 8–9 §§, HSL (2017:30) 16 kap. 4 §"
SECRECY_CONSENT: Final = "OSL (2009:400) 10 kap. 1 §, 12 kap. 2 §"
CHILD_CONSENT: Final = "OSL (2009:400) 12 kap. 3 §"
CUSTODY: Final = "FB (1949:381) 6 kap. 11 och 13 §§"
PROTECTED: Final = "OSL (2009:400) 21 kap. 3 och 3 a §§"
CHILD_HEARD: Final = "SoL (2025:400) 3 kap. 2–3 §§, lag (2018:1197) artikel 12"
PERSONAL_NUMBER: Final = "FOL (1991:481) 18 §"
COORDINATION_NUMBER: Final = "Lag (2022:1697) 2 kap. 8 §"
INFORMATION_DUTY: Final = "EU 2016/679 artikel 13"
CONSENT_GUIDANCE: Final = "Socialstyrelsen, Kunskapsguiden om samtycke"
CONCERN_REPORT: Final = "SoL (2025:400) 19 kap. 1 §"
ADULT: Final = "FB (1949:381) 9 kap. 1 §"
