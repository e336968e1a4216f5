import type { CoreWords } from "../core-words.ts";
import { arErrors } from "./ar-errors.ts";
import { arMails } from "./ar-mails.ts";
import { arCodes, arPhrases } from "./ar-phrases.ts";

/** `\u2066` and `\u2069` around what is to be typed keep its parts in their order, from left to right (UAX #9). */
export const arCore: CoreWords = {
  locale: "ar",
  waits: {
    "draft.blocked": { sentence: "{problem}", todo: "{fix} لم يُحتسب أي مبلغ." },
    "draft.agreement": { sentence: "لم تُقبل اتفاقية المشترك بعد.", todo: "اقرأها واقبلها." },
    "draft.confirm": {
      sentence: "كل شيء جاهز: {names}، المدة بالسنوات: {years}، السعر: {price}. بعد الإصدار لا يُردّ المبلغ.",
      todo: "أكّد الطلب.",
    },
    "preflight.blocked": {
      sentence: "ستُرفض إعادة الإصدار: {problem}",
      todo: "{fix} تبقى الشهادة الحالية في مكانها.",
    },
    "balance.low": {
      sentence: "الرصيد البالغ {balance} لا يغطي السعر البالغ {price}.",
      todo: "اشحن الرصيد؛ ثم يتابع الطلب من تلقاء نفسه.",
    },
    "proof.record": {
      sentence: "يُتحقق من {name} عبر DNS، ونطاقه مستضاف في مكان آخر. الموجود الآن: {found}.",
      todo: "أنشئ هذا السجل لدى مزوّد DNS: \u2066{host} {type} {value}\u2069",
    },
    "proof.file": {
      sentence: "يُتحقق من {name} بملف، والموقع مستضاف في مكان آخر. الموجود الآن: {found}.",
      todo: "ضع ملفًا في \u2066http://{name}{path}\u2069 بهذا المحتوى: {body}",
    },
    "proof.mail": {
      sentence: "أُرسلت إلى {address} رسالة فيها رابط الموافقة على {name}.",
      todo: "افتح الرسالة واتبع الرابط، أو اختر طريقة أخرى.",
    },
    "proof.spreading": {
      sentence: "نُشر إثبات {name} ولم يظهر من الخارج بعد. الموجود الآن: {found}.",
      todo: "لا شيء: تلحق خوادم الأسماء عادة خلال دقائق.",
    },
    "proof.refused": {
      sentence: "بحثت جهة إصدار الشهادات عن إثبات {name} ولم تقبله: {because}. ورأت: {evidence}.",
      todo: "قارن ما رأته بما هو منشور؛ وستُسأل من جديد تلقائيًا.",
    },
    "issuer.preparing": {
      sentence: "لم تحدد جهة إصدار الشهادات بعد ما تريد أن تراه لـ {name}.",
      todo: "لا شيء: نسأل من جديد من تلقاء أنفسنا.",
    },
    "issuer.checking": {
      sentence: "الإثباتات ظاهرة؛ وطُلب من جهة إصدار الشهادات أن تنظر إليها.",
      todo: "لا شيء: يستغرق ذلك عادة بضع دقائق.",
    },
    "issuer.organisation": {
      sentence: "تتحقق جهة إصدار الشهادات من المؤسسة: {check}.",
      todo: "أجب حين تتصل أو تكتب؛ قد يستغرق ذلك بضعة أيام.",
    },
    "issuer.issuing": {
      sentence: "اكتمل التحقق؛ وجهة إصدار الشهادات تُعدّ الشهادة.",
      todo: "لا شيء: يستغرق ذلك عادة دقائق.",
    },
    "install.by-hand": {
      sentence: "صدرت الشهادة ولم تُشاهد على {name} بعد: {found}.",
      todo: "ثبّتها: تعطيك هذه الصفحة الشهادة والسلسلة والمفتاح، مرة واحدة.",
    },
    "step.failed": { sentence: "{problem}", todo: "{fix}" },
    "licence.running": {
      sentence: "الشهادة قيد الاستخدام حتى {notAfter}. والرخصة حتى {licenceEnd}.",
      todo: "لا شيء: {plan}.",
    },
    "site.not-served": {
      sentence: "شوهد {name} بلا شهادته ({seen}): {because}.",
      todo: "ابحث عما تغيّر على الخادم؛ وإعادة الإصدار تثبّتها من جديد.",
    },
    "account.suspended": {
      sentence: "حساب الاستضافة موقوف، والطلب متوقف معه. تبقى الشهادة الحالية في مكانها.",
      todo: "ارفع الإيقاف في لوحة التحكم؛ ثم يتابع الطلب من تلقاء نفسه.",
    },
    "account.removed": {
      sentence: "أُزيل حساب الاستضافة الخاص بهذا الطلب؛ ولم يعد يُعاد إصدار شيء فيه.",
      todo: "ألغِ الطلب أو أبطله، أو اتركه: فهو ينتهي مع رخصته.",
    },
    "licence.taken-over": {
      sentence: "الطلب {by} يتابع هذه الرخصة التي تنتهي في {licenceEnd}.",
      todo: "لا شيء.",
    },
    "licence.ending": {
      sentence: "تنتهي الرخصة في {licenceEnd}، ومعها الشهادة الأخيرة.",
      todo: "جدّدها: فالتجديد يواصلها من دون انقطاع.",
    },
  },
  errors: arErrors,
  problems: {
    fine: { sentence: "{name} جاهز: {evidence}.", fix: "لا شيء مطلوب." },
    "caa-other-issuer": {
      sentence: "سجل CAA عند {at} يسمح لجهات أخرى فقط: {record}.",
      fix: "أضف السجل `{at} CAA {add}`.",
    },
    "caa-nobody": {
      sentence: "سجل CAA عند {at} يمنع كل الجهات: {record}.",
      fix: "استبدله بالسجل `{at} CAA {add}`.",
    },
    "caa-critical": {
      sentence: "في سجل CAA عند {at} خاصية حرجة لا يجوز لأي جهة تجاهلها: {record}.",
      fix: "احذف السجل {record} عند {at}.",
    },
    "caa-parameters": {
      sentence: "سجل CAA عند {at} يقصر الجهة على حساب آخر أو طريقة أخرى: {record}.",
      fix: "غيّره إلى السجل `{at} CAA {add}`.",
    },
    "caa-unanswered": {
      sentence: "لم يُجب عن سؤال CAA عند {at} ({because}، من {server})؛ وعندئذ لا يجوز لأي جهة أن تُصدر.",
      fix: "اجعل خوادم أسماء {at} تجيب عن الأسئلة من نوع CAA.",
    },
    "dnssec-bogus": {
      sentence: "توقيعات DNSSEC الخاصة بـ {at} غير صحيحة؛ ولا يجوز لأي جهة أن تُصدر (BR §4.2.2.2).",
      fix: "صحّح سجلات DS لدى المسجّل، أو وقّع النطاق من جديد.",
    },
    "dns-unanswered": {
      sentence: "لم يُجب عن سؤال {type} عند {at} ({because}).",
      fix: "تأكد من أن كل خوادم أسماء {at} تجيب.",
    },
    "no-such-name": { sentence: "{name} غير موجود في DNS.", fix: "أنشئه، أو صحّح كتابته." },
    "no-address": {
      sentence: "ليس لـ {name} عنوان، فلا يمكن جلب ملف منه.",
      fix: "أضف سجل A أو AAAA، أو اختر التحقق عبر DNS.",
    },
    "http-unreachable": {
      sentence: "لا يمكن جلب \u2066http://{name}/.well-known/pki-validation/\u2069 من الخارج: {because}.",
      fix: "افتح المنفذ 80 للجميع، أو اختر التحقق عبر DNS.",
    },
    "http-redirect": {
      sentence: "\u2066http://{name}/.well-known/pki-validation/\u2069 يعيد التوجيه بطريقة لا تتبعها أي جهة: {because}.",
      fix: "استثنِ \u2066/.well-known/\u2069 من إعادة التوجيه، أو اختر التحقق عبر DNS.",
    },
    "no-mail-server": {
      sentence: "ليس لـ {name} خادم بريد، فلا يمكن أن تصل رسالة الموافقة.",
      fix: "اختر التحقق عبر DNS أو بملف.",
    },
    "method-refused": {
      sentence: "لا يمكن التحقق من {name} بهذه الطريقة ({method}): {because}.",
      fix: "اختر: {alternatives}.",
    },
    "method-ends": {
      sentence: "التحقق من {name} بهذه الطريقة ({method}) ينتهي في {endsAt}.",
      fix: "لا شيء الآن؛ انتقل إلى DNS أو الملف قبل ذلك اليوم.",
    },
  },
  mails: arMails,
  phrases: arPhrases,
  codes: arCodes,
  actors: {
    customer: "أنت",
    partner: "مزوّدك",
    operator: "من يدير الخادم",
    issuer: "جهة إصدار الشهادات",
    hostseal: "لا أحد: يتابع من تلقاء نفسه",
  },
  standings: {
    examining: "قيد الفحص",
    blocked: "متوقف",
    "ready-to-order": "جاهز للطلب",
    "waiting-for-balance": "بانتظار الرصيد",
    "checking-domain": "جارٍ التحقق من نطاقك",
    "waiting-for-issuer": "بانتظار جهة إصدار الشهادات",
    "waiting-for-you": "بانتظارك",
    "under-way": "قيد التنفيذ",
    "not-installed": "صدرت ولم تُثبّت",
    active: "نشط",
    "licence-ending": "نشط، والرخصة تنتهي قريبًا",
    continued: "يتابعه تجديده",
    "not-served": "خارج الاستخدام",
    paused: "متوقف مؤقتًا",
    failing: "فشل، وستُعاد المحاولة",
    "failing-old-live": "فشل، والشهادة القديمة لا تزال عاملة",
    expired: "انتهت الصلاحية",
    cancelled: "أُلغي",
    refunded: "أُلغي ورُدّ المبلغ",
    revoked: "أُبطلت",
    rejected: "رفضته جهة إصدار الشهادات",
  },
};
