"""Which themes, target groups and Swedish code words every federation starts from; settings may add more."""

from __future__ import annotations

THEMES = (
    "income_between_systems",
    "certificates",
    "availability",
    "target_group_limits",
    "transitions",
    "sip",
    "digital_language",
    "who_pays",
    "information_secrecy",
    "treatment",
    "procured_suppliers",
    "housing",
    "unclear_responsibility",
    "knowledge_of_mandates",
)

TARGET_GROUPS = (
    "long_term_sick",
    "neurodevelopmental",
    "young_adults",
    "mental_ill_health",
    "comorbidity",
    "children_school",
    "newly_arrived",
    "homelessness",
    "intellectual_disability",
    "physical_disability",
    "violence",
    "elderly",
)

SWEDISH_THEMES = dict(
    zip(
        (
            "ersattning_mellan_stolar",
            "intyg_och_underlag",
            "tillganglighet_kontakt",
            "malgruppsavgransning",
            "overgangar",
            "sip_samordning",
            "digitalt_sprakligt_hinder",
            "ekonomi_vem_betalar",
            "informationsoverforing_sekretess",
            "bemotande",
            "upphandling_leverantor",
            "bostad",
            "oklart_ansvar",
            "bristande_kunskap_om_uppdrag",
        ),
        THEMES,
        strict=True,
    )
)
SWEDISH_TARGET_GROUPS = dict(
    zip(
        (
            "langtidssjukskrivna",
            "npf",
            "unga_vuxna",
            "psykisk_ohalsa",
            "samsjuklighet",
            "barn_och_skola",
            "nyanlanda",
            "hemloshet",
            "intellektuell_funktionsnedsattning",
            "fysisk_funktionsnedsattning",
            "valdsutsatta",
            "aldre",
        ),
        TARGET_GROUPS,
        strict=True,
    )
)
SWEDISH_LEVELS = {
    "struktur": "structure",
    "organisering": "organisation",
    "organisation": "organisation",
    "individ": "individual",
}
SWEDISH_PARTNERS = {
    "FK": "fk",
    "AF": "af",
    "KOM-AME": "labour_market_unit",
    "KOM-EB": "economic_assistance",
    "KOM-SOC": "social_services",
    "KOM-LSS": "disability_support",
    "KOM-SKOLA": "school",
    "KOM-UNGA": "youth_responsibility",
    "REG-PV": "primary_care",
    "REG-PSY": "adult_psychiatry",
    "REG-BUP": "child_psychiatry",
    "REG-BER": "addiction_care",
    "REG-SOM": "hospital",
    "KRIV": "probation",
    "LEV": "supplier",
    "CIV": "civil_society",
    "SAMF": "federation_activity",
}
"""The sample's organisation codes, mapped here and nowhere else."""
