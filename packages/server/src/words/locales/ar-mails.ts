import type { MailWords } from "../core-words.ts";

export const arMails: MailWords = {
  "certificate-active": {
    subject: "{names}: الشهادة نشطة",
    text: "ثُبّتت شهادة {names} وشوهدت من الخارج.\nهي صالحة حتى {notAfter} وتُستبدل تلقائيًا قبل ذلك.",
  },
  "proof-needed": {
    subject: "{names}: يُرجى إثبات أنك تتحكم في الاسم",
    text: "تريد جهة إصدار الشهادات أن ترى إثباتًا لـ {names} في مكان لا نستطيع الكتابة فيه.\nصفحة الطلب {order} تبيّن بالضبط ما يجب نشره؛ وسنلاحظه من تلقاء أنفسنا.",
  },
  "install-needed": {
    subject: "{names}: الشهادة جاهزة للتثبيت",
    text: "صدرت شهادة {names}. صفحة الطلب {order} تسلّمها مع مفتاحها، مرة واحدة.\nنراقب الموقع ونخبرك حين تصبح قيد الاستخدام.",
  },
  "certificate-in-danger": {
    subject: "{names}: تنتهي الشهادة في {notAfter} ولم تحلّ التالية محلها بعد",
    text: "لم تُثبّت الشهادة التالية لـ {names} بعد، وتنتهي الحالية في {notAfter}.\nصفحة الطلب {order} تبيّن ما ينقص.",
  },
  "certificate-revoked": {
    subject: "{names}: أبطلت جهة إصدار الشهادات الشهادة",
    text: "أبطلت جهة إصدار الشهادات شهادة {names}؛ وسترفضها المتصفحات.\nالشهادة المبطلة لا يُعاد إصدارها. يُرجى طلب شهادة جديدة.",
  },
  "request-refused": {
    subject: "{names}: تعذّر تنفيذ ما طلبته",
    text: "{problem}\n{fix}",
  },
  "licence-ending": {
    subject: "{names}: تنتهي الرخصة في {end}",
    text: "تنتهي رخصة {names} في {end}. ومن دون تجديد يبقى الموقع بلا شهادة بعد ذلك.\nتجديد الطلب {order} يواصلها من دون انقطاع.",
  },
};
