import type { ErrorWords } from "../core-words.ts";

export const esErrors: ErrorWords = {
  "input.name": {
    sentence: "«{input}» no puede ser un nombre en un certificado: {because}.",
    fix: "Escriba un nombre de host como example.com, www.example.com o *.example.com.",
  },
  "input.csr": {
    sentence: "El CSR no se puede usar: {because}.",
    fix: "Cree uno nuevo con una clave nueva, o deje que lo creemos nosotros.",
  },
  "input.certificate": {
    sentence: "El certificado no se puede leer: {because}.",
    fix: "Indique el texto PEM, desde -----BEGIN CERTIFICATE----- hasta -----END CERTIFICATE-----.",
  },
  "input.date": {
    sentence: "«{input}» no es una fecha.",
    fix: "Escríbala como 2027-03-15, o con hora como 2027-03-15T12:00:00Z.",
  },
  "input.option": { sentence: "{option}: {because}.", fix: "Corríjalo y envíe de nuevo el formulario." },
  "config.missing": {
    sentence: "No hay configuración en {path}.",
    fix: "Debe escribirla quien administra el servidor.",
  },
  "config.invalid": {
    sentence: "La configuración en {path} no se puede usar: {because}.",
    fix: "Corrija los ajustes indicados; no se ha cambiado nada.",
  },
  "order.unknown": {
    sentence: "Aquí no hay ningún pedido {order}.",
    fix: "La página de sus sitios muestra todos sus pedidos.",
  },
  "order.invalid": {
    sentence: "Esto no se puede pedir: {because}.",
    fix: "Corrija lo que se indica; no se ha cobrado nada.",
  },
  "order.refused": {
    sentence: "Esto no es posible con el pedido {order}: {because}.",
    fix: "La página del pedido muestra qué espera y qué se puede hacer con él.",
  },
  "product.unknown": { sentence: "No hay ningún producto «{product}».", fix: "A la venta: {available}." },
  "archive.none": {
    sentence: "No hay clave privada que entregar para el pedido {order}: {because}.",
    fix: "Una reemisión crea sin coste una clave nueva y un certificado.",
  },
  "issuer.unknown": {
    sentence: "La autoridad de certificación de este pedido no está configurada aquí.",
    fix: "Indíquela en issuers en la configuración.",
  },
  "issuer.unauthorised": {
    sentence: "La autoridad de certificación no acepta nuestras credenciales.",
    fix: "Su proveedor debe poner una credencial de API válida en la configuración.",
  },
  "issuer.rejected": {
    sentence: "La autoridad de certificación rechazó la solicitud: {because}.",
    fix: "Corrija lo que se indica y pida de nuevo; no se ha cobrado nada.",
  },
  "issuer.funds": {
    sentence: "El saldo prepagado no cubre el pedido.",
    fix: "Recargue el saldo; el pedido continúa por sí solo.",
  },
  "issuer.rate-limited": {
    sentence: "La autoridad de certificación pide menos llamadas hasta esta hora: {until}.",
    fix: "Nada que hacer: el pedido continuará entonces.",
  },
  "issuer.unreachable": {
    sentence: "La autoridad de certificación no responde: {because}.",
    fix: "Nada que hacer: lo intentamos de nuevo por nuestra cuenta.",
  },
  "issuer.answer-lost": {
    sentence: "Se preguntó a la autoridad de certificación, pero su respuesta se perdió.",
    fix: "Nada que hacer: preguntamos qué fue de ello antes de volver a enviar algo.",
  },
  "issuer.malformed-answer": {
    sentence: "La autoridad de certificación respondió algo que no podemos leer: {because}.",
    fix: "Nada que hacer: lo intentamos de nuevo por nuestra cuenta. Si persiste, su servicio está alterado.",
  },
  "issuer.order-unknown": {
    sentence: "La autoridad de certificación no conoce su pedido {ref}.",
    fix: "Su proveedor debe preguntar al soporte de la autoridad con este número.",
  },
  "issuer.wrong-state": {
    sentence: "La autoridad de certificación no puede hacer esto ahora: {because}.",
    fix: "Nada que hacer: volveremos a mirar el pedido.",
  },
  "certificate.mismatch": {
    sentence: "La autoridad de certificación envió un certificado que no es el pedido: {because}.",
    fix: "No se instala. Su proveedor debe preguntar al soporte de la autoridad; una reemisión da uno nuevo.",
  },
  "certificate.chain": {
    sentence: "El certificado no lleva a una raíz de confianza: {because}.",
    fix: "No se instala. Añada el certificado intermedio o raíz que falta a los ajustes de confianza.",
  },
  "host.unknown": {
    sentence: "No hay ningún servidor configurado como «{host}».",
    fix: "Indíquelo en hosts en la configuración.",
  },
  "host.unreachable": {
    sentence: "{host} no responde: {because}.",
    fix: "Compruebe que el servidor funciona; lo intentamos de nuevo por nuestra cuenta. El sitio conserva su certificado actual.",
  },
  "host.unauthorised": {
    sentence: "{host} no acepta las credenciales.",
    fix: "Ponga en la configuración una credencial válida para este servidor.",
  },
  "host.permission-missing": {
    sentence: "{host} no lo permite: falta {permission}.",
    fix: "Conceda a la credencial el permiso indicado.",
  },
  "host.site-unknown": {
    sentence: "{host} no tiene ningún sitio {site}.",
    fix: "Elija un sitio que el servidor enumere.",
  },
  "host.refused": {
    sentence: "{host} rechazó la instalación: {because}.",
    fix: "El sitio conserva su certificado actual. Corrija en el servidor lo que se indica.",
  },
  "host.config-broken": {
    sentence: "En {host} ya falla la prueba de configuración del servidor web: {because}.",
    fix: "Corrija primero la configuración; no se ha tocado nada.",
  },
  "host.malformed-answer": {
    sentence: "{host} respondió algo que no es su API: {because}.",
    fix: "Compruebe la dirección y la versión del servidor en la configuración.",
  },
  "host.plan-stale": {
    sentence: "El sitio en {host} cambió mientras se preparaba la instalación.",
    fix: "Nada que hacer: la instalación se planifica de nuevo.",
  },
  "ssh.host-key-unknown": {
    sentence: "La clave de host de {host} aún no se conoce; muestra {fingerprint}.",
    fix: "Quien administra el servidor compara esta huella con la del servidor y después registra {host}.",
  },
  "ssh.host-key-changed": {
    sentence: "{host} muestra la clave de host {seen}, y se esperaba {known}. No se le ha enviado nada.",
    fix: "Averigüe por qué cambió la clave; si el cambio es correcto, registre de nuevo el servidor.",
  },
  "ssh.nothing-in-common": {
    sentence: "{host} y nosotros no tenemos nada en común ({kind}); ofrece {offered}.",
    fix: "Use el ssh del sistema para este servidor, o active en él un algoritmo actual.",
  },
  "install.not-proven": {
    sentence: "{name} no se vio con el nuevo certificado: {because}.",
    fix: "Se ha vuelto a poner el certificado anterior. Compruebe lo que se indica; lo intentamos de nuevo por nuestra cuenta.",
  },
  "key.lost": {
    sentence: "La clave privada de este certificado ya no está: {because}.",
    fix: "Nada que hacer: se crea una clave nueva y se reemite el certificado.",
  },
  "vault.unreadable": {
    sentence: "Un secreto sellado no se puede abrir: {because}.",
    fix: "Vuelva a poner en su lugar el archivo de clave que pertenece a esta carpeta de datos.",
  },
  "store.stale": {
    sentence: "Otra persona cambió {document} entretanto.",
    fix: "Nada que hacer: se lee de nuevo.",
  },
  "store.locked": {
    sentence: "La carpeta de datos {folder} la usa otro proceso{holder}.",
    fix: "Detenga ese proceso, o use otra carpeta.",
  },
  "store.corrupt": {
    sentence: "{document} no se puede leer: {because}.",
    fix: "Restaure el archivo desde una copia de seguridad; los demás no están afectados.",
  },
  "store.full": {
    sentence: "El disco en {folder} no aceptó el cambio: {because}.",
    fix: "Libere espacio; nada quedó escrito a medias.",
  },
  "mailer.unreachable": {
    sentence: "El servidor de correo no aceptó el mensaje: {because}.",
    fix: "Nada que hacer: se enviará más tarde.",
  },
  "capability.unsupported": {
    sentence: "Esto no es posible: {because}.",
    fix: "Elija otro camino; la página del pedido muestra qué es posible.",
  },
};
