import type { ErrorWords } from "../core-words.ts";

export const arErrors: ErrorWords = {
  "input.name": {
    sentence: "لا يمكن أن يكون «{input}» اسمًا في شهادة: {because}.",
    fix: "اكتب اسم مضيف مثل \u2066example.com\u2069 أو \u2066www.example.com\u2069 أو \u2066*.example.com\u2069.",
  },
  "input.csr": {
    sentence: "لا يمكن استخدام CSR: {because}.",
    fix: "أنشئ واحدًا جديدًا بمفتاح جديد، أو دعنا ننشئه.",
  },
  "input.certificate": {
    sentence: "لا يمكن قراءة الشهادة: {because}.",
    fix: "أدخل نص PEM، من \u2066-----BEGIN CERTIFICATE-----\u2069 إلى \u2066-----END CERTIFICATE-----\u2069.",
  },
  "input.date": {
    sentence: "«{input}» ليس تاريخًا.",
    fix: "اكتبه هكذا \u20662027-03-15\u2069، أو مع الوقت هكذا \u20662027-03-15T12:00:00Z\u2069.",
  },
  "input.option": { sentence: "{option}: {because}.", fix: "صحّحه وأرسل النموذج من جديد." },
  "config.missing": { sentence: "لا توجد إعدادات في {path}.", fix: "على من يدير الخادم أن يكتبها." },
  "config.invalid": {
    sentence: "لا يمكن استخدام الإعدادات في {path}: {because}.",
    fix: "صحّح الإعدادات المذكورة؛ لم يتغيّر شيء.",
  },
  "order.unknown": { sentence: "لا يوجد هنا طلب {order}.", fix: "صفحة مواقعك تعرض كل طلباتك." },
  "order.invalid": { sentence: "لا يمكن طلب هذا: {because}.", fix: "صحّح المذكور؛ لم يُحتسب أي مبلغ." },
  "order.refused": {
    sentence: "هذا غير ممكن مع الطلب {order}: {because}.",
    fix: "صفحة الطلب تبيّن ما ينتظره وما يمكن فعله به.",
  },
  "product.unknown": { sentence: "لا يوجد منتج «{product}».", fix: "المتاح للبيع: {available}." },
  "archive.none": {
    sentence: "لا يوجد مفتاح خاص لتسليمه للطلب {order}: {because}.",
    fix: "إعادة الإصدار تنشئ مفتاحًا جديدًا وشهادة بلا تكلفة.",
  },
  "issuer.unknown": {
    sentence: "جهة إصدار الشهادات لهذا الطلب غير مُعدّة هنا.",
    fix: "اذكرها تحت issuers في الإعدادات.",
  },
  "issuer.unauthorised": {
    sentence: "لا تقبل جهة إصدار الشهادات بيانات دخولنا.",
    fix: "على مزوّدك أن يضع بيانات API صالحة في الإعدادات.",
  },
  "issuer.rejected": {
    sentence: "رفضت جهة إصدار الشهادات الطلب: {because}.",
    fix: "صحّح المذكور واطلب من جديد؛ لم يُحتسب أي مبلغ.",
  },
  "issuer.funds": {
    sentence: "الرصيد المدفوع مسبقًا لا يغطي الطلب.",
    fix: "اشحن الرصيد؛ ثم يتابع الطلب من تلقاء نفسه.",
  },
  "issuer.rate-limited": {
    sentence: "تطلب جهة إصدار الشهادات تقليل الاتصالات حتى {until}.",
    fix: "لا شيء مطلوب: يتابع الطلب عندئذ.",
  },
  "issuer.unreachable": {
    sentence: "جهة إصدار الشهادات لا تجيب: {because}.",
    fix: "لا شيء مطلوب: نحاول من جديد من تلقاء أنفسنا.",
  },
  "issuer.answer-lost": {
    sentence: "سُئلت جهة إصدار الشهادات لكن جوابها ضاع.",
    fix: "لا شيء مطلوب: نسأل عما حدث قبل إرسال أي شيء من جديد.",
  },
  "issuer.malformed-answer": {
    sentence: "أجابت جهة إصدار الشهادات بما لا نستطيع قراءته: {because}.",
    fix: "لا شيء مطلوب: نحاول من جديد من تلقاء أنفسنا. وإن استمر ذلك فخدمتها مضطربة.",
  },
  "issuer.order-unknown": {
    sentence: "لا تعرف جهة إصدار الشهادات طلبها {ref}.",
    fix: "على مزوّدك أن يسأل دعمها بهذا الرقم.",
  },
  "issuer.wrong-state": {
    sentence: "لا تستطيع جهة إصدار الشهادات فعل هذا الآن: {because}.",
    fix: "لا شيء مطلوب: ننظر إلى الطلب من جديد.",
  },
  "certificate.mismatch": {
    sentence: "أرسلت جهة إصدار الشهادات شهادة غير المطلوبة: {because}.",
    fix: "لن تُثبّت. على مزوّدك أن يسأل دعمها؛ وإعادة الإصدار تعطي شهادة جديدة.",
  },
  "certificate.chain": {
    sentence: "لا تؤدي الشهادة إلى جذر موثوق: {because}.",
    fix: "لن تُثبّت. أضف الشهادة الوسيطة أو الجذر الناقص إلى إعدادات الثقة.",
  },
  "host.unknown": { sentence: "لا يوجد خادم مُعدّ باسم «{host}».", fix: "اذكره تحت hosts في الإعدادات." },
  "host.unreachable": {
    sentence: "{host} لا يجيب: {because}.",
    fix: "تأكد من أن الخادم يعمل؛ نحاول من جديد من تلقاء أنفسنا. يحتفظ الموقع بشهادته الحالية.",
  },
  "host.unauthorised": {
    sentence: "{host} لا يقبل بيانات الدخول.",
    fix: "ضع في الإعدادات بيانات دخول صالحة لهذا الخادم.",
  },
  "host.permission-missing": {
    sentence: "{host} لا يسمح بهذا: ينقص {permission}.",
    fix: "امنح بيانات الدخول الصلاحية المذكورة.",
  },
  "host.site-unknown": { sentence: "ليس على {host} موقع {site}.", fix: "اختر موقعًا من قائمة الخادم." },
  "host.refused": {
    sentence: "رفض {host} التثبيت: {because}.",
    fix: "يحتفظ الموقع بشهادته الحالية. صحّح المذكور على الخادم.",
  },
  "host.config-broken": {
    sentence: "اختبار إعدادات خادم الويب على {host} يفشل من قبل: {because}.",
    fix: "صحّح الإعدادات أولًا؛ لم يُمسّ شيء.",
  },
  "host.malformed-answer": {
    sentence: "أجاب {host} بما ليس من واجهته البرمجية: {because}.",
    fix: "تأكد من عنوان الخادم وإصداره في الإعدادات.",
  },
  "host.plan-stale": {
    sentence: "تغيّر الموقع على {host} أثناء إعداد التثبيت.",
    fix: "لا شيء مطلوب: يُخطَّط للتثبيت من جديد.",
  },
  "ssh.host-key-unknown": {
    sentence: "مفتاح المضيف {host} غير معروف بعد؛ وهو يعرض {fingerprint}.",
    fix: "يقارن من يدير الخادم هذه البصمة ببصمة الخادم ثم يسجّل {host}.",
  },
  "ssh.host-key-changed": {
    sentence: "يعرض {host} مفتاح المضيف {seen}، وكان المنتظر {known}. لم يُرسل إليه شيء.",
    fix: "ابحث عن سبب تغيّر المفتاح؛ فإن كان التغيير صحيحًا فسجّل الخادم من جديد.",
  },
  "ssh.nothing-in-common": {
    sentence: "لا شيء مشترك بيننا وبين {host} ({kind})؛ وهو يعرض {offered}.",
    fix: "استخدم ssh الخاص بالنظام لهذا الخادم، أو فعّل عليه خوارزمية حديثة.",
  },
  "install.not-proven": {
    sentence: "لم يُشاهد {name} بالشهادة الجديدة: {because}.",
    fix: "أُعيدت الشهادة السابقة. تحقق من المذكور؛ نحاول من جديد من تلقاء أنفسنا.",
  },
  "key.lost": {
    sentence: "لم يعد المفتاح الخاص لهذه الشهادة موجودًا: {because}.",
    fix: "لا شيء مطلوب: يُنشأ مفتاح جديد ويُعاد إصدار الشهادة.",
  },
  "vault.unreadable": {
    sentence: "لا يمكن فتح سر مختوم: {because}.",
    fix: "أعد ملف المفتاح الخاص بمجلد البيانات هذا إلى مكانه.",
  },
  "store.stale": { sentence: "غيّر شخص آخر {document} في هذه الأثناء.", fix: "لا شيء مطلوب: يُقرأ من جديد." },
  "store.locked": {
    sentence: "مجلد البيانات {folder} تستخدمه عملية أخرى{holder}.",
    fix: "أوقف تلك العملية، أو استخدم مجلدًا آخر.",
  },
  "store.corrupt": {
    sentence: "لا يمكن قراءة {document}: {because}.",
    fix: "استعد الملف من نسخة احتياطية؛ الملفات الأخرى لم تتأثر.",
  },
  "store.full": {
    sentence: "لم يقبل القرص عند {folder} التغيير: {because}.",
    fix: "أفرغ بعض المساحة؛ لم يُكتب شيء ناقصًا.",
  },
  "mailer.unreachable": {
    sentence: "لم يقبل خادم البريد الرسالة: {because}.",
    fix: "لا شيء مطلوب: تُرسل لاحقًا.",
  },
  "capability.unsupported": {
    sentence: "هذا غير ممكن: {because}.",
    fix: "اختر طريقة أخرى؛ صفحة الطلب تبيّن ما هو ممكن.",
  },
};
