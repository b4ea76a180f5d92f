"""Our own terms beside the vocabulary: the words of `policyc:` that DPV lacks, each with a DPV term to climb to."""

from __future__ import annotations

from typing import NamedTuple

from ... import matters


class Term(NamedTuple):
    """An own term: Japanese and English label, and the DPV term above it."""

    ja: str
    en: str
    broader: str = "dpv:Context"


def matter_term(word: str) -> str:
    """The own term for the matter of a clause type."""
    return "Matter" + "".join(part.capitalize() for part in word.split("-"))


TERMS: dict[str, Term] = {
    # ---- what a node is ----
    "Version": Term("文書の版", "A version of the document"),
    "Part": Term("文書の部", "A headed part of the document"),
    "Clause": Term("文書の条項とその定める事項", "A clause of the document, with what it states"),
    "DeclaredNone": Term("該当する事項がない旨の表明", "A statement that there is nothing of its matter"),
    "ToldOnRequest": Term("請求に応じて回答する旨の表明", "A statement that its matter is told on request"),
    "Delegation": Term("別の文書に委ねる事項", "A matter that is left to another document"),
    "AdheresTo": Term("従う方針", "A policy that the document follows"),
    "PublishedUnder": Term("公表の根拠とする法令", "A statute under which the document is published"),
    "UndefinedTerms": Term("定義のない語句の意味を定める文書", "What defines the terms that the document does not"),
    "AmendmentRule": Term("改定の定め", "How the document is changed"),
    "Disclosure": Term("表示事項", "What is disclosed under a label"),
    "DefinedTerm": Term("文書が定義する語", "A term that the document defines"),
    "Group": Term("組織の集まり", "A group of organisations", "dpv:Organisation"),
    "JointUsers": Term("共同して利用する者の範囲", "The range of those who use data jointly", "dpv:Entity"),
    "Exception": Term("根拠によらない場合として挙げられたもの", "A case stated as an exception to the ground"),
    "Desk": Term("窓口", "A desk that takes inquiries and the like"),
    "OdrlProfile": Term("本コンパイラーの ODRL プロファイル", "The ODRL profile of this compiler"),
    # ---- the ODRL profile: actions, and a left operand ----
    "Acquire": Term("個人情報の取得", "Acquiring personal information", "dpv:Acquire"),
    "Use": Term("個人情報の利用", "Using personal information", "dpv:Use"),
    "CeaseProvision": Term("第三者への提供の停止", "Ceasing to provide data to third parties"),
    "SuperviseProcessor": Term("委託先の監督", "Supervising processors", "dpv:OrganisationalMeasure"),
    "AnnounceChange": Term("改定の公表", "Announcing a change of the document when it is made"),
    "AnnounceChangeBeforehand": Term("改定の事前の公表", "Announcing a change of the document beforehand"),
    "SubjectAge": Term("本人の年齢", "The age of the person in years"),
    # ---- dates of the document ----
    "Enactment": Term("制定", "Enactment of the document"),
    "Revision": Term("改定", "Revision of the document"),
    "Publication": Term("公表", "Publication of the document"),
    "EntryIntoEffect": Term("施行", "The document taking effect"),
    # ---- how the text says that something is done ----
    "Does": Term("行う", "It is done"),
    "May": Term("行うことがある", "It may be done"),
    "OnlyIf": Term("根拠のある場合又は例外の場合に限る", "It is not done but on its ground or in its exceptions"),
    "DoesNot": Term("行わない", "It is not done"),
    # ---- how purposes are taken from a clause ----
    "SameAsPurposes": Term("利用目的と同一", "The same as the purposes of the clause", "dpv:Scope"),
    "WithinPurposes": Term(
        "利用目的の達成に必要な範囲内", "Within what the purposes of the clause require", "dpv:Scope"
    ),
    # ---- details of a practice ----
    "ExtentAllOrPart": Term("取扱いの全部又は一部", "All or part of the handling", "dpv:Scope"),
    "ExtentPart": Term("取扱いの一部", "Part of the handling", "dpv:Scope"),
    "ExtentAll": Term("取扱いの全部", "All of the handling", "dpv:Scope"),
    "SupervisionByContract": Term(
        "契約の締結その他の監督", "Supervision by contract and otherwise", "dpv:OrganisationalMeasure"
    ),
    "SupervisionBySelectionAndMonitoring": Term(
        "適切な選定、契約の締結及び取扱状況の把握その他の監督",
        "Supervision by careful choice, by contract, and by looking into how data are handled",
        "dpv:OrganisationalMeasure",
    ),
    "Supervision": Term("必要かつ適切な監督", "Necessary and suitable supervision", "dpv:OrganisationalMeasure"),
    "AutomaticCollection": Term(
        "サービスの利用に伴う自動的な取得", "Automatic collection in using a service", "dpv:DataSource"
    ),
    "StatutoryAgent": Term("法定代理人", "A statutory agent", "dpv:GuardianOfDataSubject"),
    "AccompaniedByGuardian": Term("保護者とともにすること", "The guardian taking part", "dpv:GuardianOfDataSubject"),
    "ConsentByCheckbox": Term("チェック欄への記入による同意", "Consent by ticking a box", "dpv:Consent"),
    "OralConsent": Term("口頭の同意", "Oral consent", "dpv:Consent"),
    # ---- external transmission (施行規則第22条の2の27, 第22条の2の30; 法第27条の12第4号イ) ----
    "ServiceMediation": Term("他人の通信を媒介する役務", "Mediation of the communications of others", "dpv:Service"),
    "ServiceUserPosts": Term("利用者の投稿を公開する役務", "Publication of what users post", "dpv:Service"),
    "ServiceWebSearch": Term("ウェブページを検索する役務", "Search of web pages", "dpv:Service"),
    "ServiceInformation": Term("情報を閲覧に供する役務", "Provision of information to the public", "dpv:Service"),
    "NeedDisplay": Term("適正な表示その他役務の提供", "Proper display, or what else the service truly needs"),
    "NeedInputRedisplay": Term("入力された情報の再表示", "Showing again what was entered"),
    "NeedLoginRedisplay": Term("認証に関する情報の再表示", "Showing again what was entered to log in"),
    "NeedFraudDetection": Term("不正な行為の検知等", "Detecting misuse or reducing its harm"),
    "NeedOperation": Term("設備の適切な運用", "Proper operation of the equipment, such as less load"),
    "StopsTransmission": Term("情報の送信の停止", "Stopping the sending", "dpv:OptingOutFromProcess"),
    "StopsUse": Term("送信された情報の利用の停止", "Stopping the use of what was sent", "dpv:OptingOutFromProcess"),
    # ---- requests and desks ----
    "IdentityVerified": Term("本人確認", "The person's identity is checked", "dpv:IdentityVerification"),
    "IdentityDocuments": Term("書類による本人確認", "Identity is checked by documents", "dpv:IdentityVerification"),
    "AgentAccepted": Term("代理人による請求の受付", "Requests through an agent are accepted", "dpv:Agent"),
    "StatutoryAndAppointedAgents": Term(
        "法定代理人及び委任による代理人", "Statutory agents and agents appointed by the person", "dpv:Agent"
    ),
    "RefusalRightsHarm": Term(
        "権利利益を害するおそれがある場合", "Where rights or interests may be harmed (APPI art. 33(2)(i))"
    ),
    "RefusalBusinessHindrance": Term(
        "業務の適正な実施に著しい支障を及ぼすおそれがある場合",
        "Where the business may be seriously hindered (APPI art. 33(2)(ii))",
    ),
    "RefusalOtherLaw": Term(
        "他の法令に違反することとなる場合", "Where another law would be violated (APPI art. 33(2)(iii))"
    ),
    "GroundImproperHandling": Term(
        "目的外又は不適正な取扱い", "Handled beyond the purposes or improperly (APPI art. 35(1))"
    ),
    "GroundImproperAcquisition": Term("不正な取得", "Acquired in violation of the law (APPI art. 35(1))"),
    "GroundImproperProvision": Term("違法な第三者提供", "Provided in violation of the law (APPI art. 35(3))"),
    "GroundNoLongerNeeded": Term("利用の必要の消滅", "No longer needed (APPI art. 35(5))"),
    "GroundBreach": Term("漏えい等の事態", "A breach that is to be reported (APPI art. 35(5))"),
    "GroundInterestsHarmed": Term(
        "権利又は正当な利益が害されるおそれ", "Rights or legitimate interests may be harmed (APPI art. 35(5))"
    ),
    "PayPostalMoneyOrder": Term("郵便為替", "Postal money order", "dpv:FeeRequirement"),
    "PayPostageStamps": Term("郵便切手", "Postage stamps", "dpv:FeeRequirement"),
    "PayBankTransfer": Term("銀行振込", "Bank transfer", "dpv:FeeRequirement"),
    "PayCreditCard": Term("クレジットカード", "Credit card", "dpv:FeeRequirement"),
    "PayRegisteredMail": Term("現金書留", "Registered mail for cash", "dpv:FeeRequirement"),
    "PayCashOnDelivery": Term("代金引換", "Cash on delivery", "dpv:FeeRequirement"),
    "Inquiries": Term("問い合わせ", "Inquiries"),
    "Complaints": Term("苦情", "Complaints"),
    "AccreditedOrganization": Term("認定個人情報保護団体の苦情の解決", "Complaints to an accredited organization"),
    "Requests": Term("開示等の請求", "Requests for disclosure and the like"),
    # ---- changes of the document ----
    "ChangeWithoutNotice": Term("予告のない改定", "Change without notice"),
    "ChangeAfterNotice": Term("事前に公表する改定", "Change that is announced beforehand"),
    "NoticeOnChange": Term("改定の際の公表", "Change that is announced when it is made"),
    "EffectiveOnPublication": Term("公表した時からの適用", "Effective when it is published"),
    "EffectiveOnStatedDate": Term("定めた日からの適用", "Effective on a stated day"),
    "EffectiveOnNotice": Term("通知した時からの適用", "Effective when it is notified"),
}
# ---- matters, by the keyword of the clause type ----
TERMS |= {matter_term(row.word): Term(row.name_ja, row.name_en) for row in matters.matters().values() if row.name_ja}

# The words of the facts's choices -> terms, ours or DPV's.
CHOICES: dict[str, dict[str, str]] = {
    "extent": {
        "all-or-part": "policyc:ExtentAllOrPart",
        "part": "policyc:ExtentPart",
        "all": "policyc:ExtentAll",
    },
    "supervision": {
        "contract": "policyc:SupervisionByContract",
        "selected-and-monitored": "policyc:SupervisionBySelectionAndMonitoring",
        "supervised": "policyc:Supervision",
    },
    # What is not covered by the act is no service of a kind: it stays a plain value.
    "service": {
        "message-mediation": "policyc:ServiceMediation",
        "user-posts": "policyc:ServiceUserPosts",
        "web-search": "policyc:ServiceWebSearch",
        "information": "policyc:ServiceInformation",
    },
    "essential-for": {
        "display": "policyc:NeedDisplay",
        "input-redisplay": "policyc:NeedInputRedisplay",
        "login-redisplay": "policyc:NeedLoginRedisplay",
        "fraud-detection": "policyc:NeedFraudDetection",
        "operation": "policyc:NeedOperation",
    },
    "opt-out-kind": {"transmission": "policyc:StopsTransmission", "use": "policyc:StopsUse"},
    "sources": {
        "person": "dpv:DataSubjectDataSource",
        "automatic": "policyc:AutomaticCollection",
        "third-parties": "dpv:ThirdPartyDataSource",
        "public": "dpv:PublicDataSource",
    },
    "consent": {"guardian": "policyc:StatutoryAgent", "guardian-present": "policyc:AccompaniedByGuardian"},
    "identity": {"verified": "policyc:IdentityVerified", "documents": "policyc:IdentityDocuments"},
    "agent": {
        "accepted": "policyc:AgentAccepted",
        "statutory-and-appointed": "policyc:StatutoryAndAppointedAgents",
    },
    "refuses": {
        "rights-harm": "policyc:RefusalRightsHarm",
        "business-hindrance": "policyc:RefusalBusinessHindrance",
        "other-law": "policyc:RefusalOtherLaw",
    },
    "grounds": {
        "improper-handling": "policyc:GroundImproperHandling",
        "improper-acquisition": "policyc:GroundImproperAcquisition",
        "improper-provision": "policyc:GroundImproperProvision",
        "no-longer-needed": "policyc:GroundNoLongerNeeded",
        "breach": "policyc:GroundBreach",
        "interests-harmed": "policyc:GroundInterestsHarmed",
    },
    "fee-method": {
        "postal-money-order": "policyc:PayPostalMoneyOrder",
        "postage-stamps": "policyc:PayPostageStamps",
        "bank-transfer": "policyc:PayBankTransfer",
        "credit-card": "policyc:PayCreditCard",
        "registered-mail": "policyc:PayRegisteredMail",
        "cash-on-delivery": "policyc:PayCashOnDelivery",
    },
    "takes": {
        "inquiries": "policyc:Inquiries",
        "complaints": "policyc:Complaints",
        "accredited": "policyc:AccreditedOrganization",
        "requests": "policyc:Requests",
    },
    "notice": {
        "none": "policyc:ChangeWithoutNotice",
        "prior": "policyc:ChangeAfterNotice",
        "on-change": "policyc:NoticeOnChange",
    },
    "effective": {
        "on-publication": "policyc:EffectiveOnPublication",
        "on-stated-date": "policyc:EffectiveOnStatedDate",
        "on-notice": "policyc:EffectiveOnNotice",
    },
    "includes": {
        "acceptance-of-terms": "jp-appi:ConsentByAcceptanceOfTerms",
        "checkbox": "policyc:ConsentByCheckbox",
        "oral": "policyc:OralConsent",
    },
    "event": {
        "enacted": "policyc:Enactment",
        "revised": "policyc:Revision",
        "published": "policyc:Publication",
        "effective": "policyc:EntryIntoEffect",
    },
    "modality": {
        "does": "policyc:Does",
        "may": "policyc:May",
        "only-if": "policyc:OnlyIf",
        "does-not": "policyc:DoesNot",
    },
    "scope": {"same": "policyc:SameAsPurposes", "within": "policyc:WithinPurposes"},
    "frame": {
        "adheres-to": "policyc:AdheresTo",
        "published-under": "policyc:PublishedUnder",
        "undefined-terms": "policyc:UndefinedTerms",
    },
    "silence": {"none": "policyc:DeclaredNone", "on-request": "policyc:ToldOnRequest"},
}
