import type { CoreWords } from "../core-words.ts";
import { esErrors } from "./es-errors.ts";
import { esMails } from "./es-mails.ts";
import { esCodes, esPhrases } from "./es-phrases.ts";

export const esCore: CoreWords = {
  locale: "es",
  waits: {
    "draft.blocked": { sentence: "{problem}", todo: "{fix} No se ha cobrado nada." },
    "draft.agreement": {
      sentence: "Todavía no se ha aceptado el acuerdo de suscriptor.",
      todo: "Léalo y acéptelo.",
    },
    "draft.confirm": {
      sentence:
        "Todo está listo: {names}, duración en años: {years}, precio: {price}. Después de la emisión no hay reembolso.",
      todo: "Confirme el pedido.",
    },
    "preflight.blocked": {
      sentence: "La reemisión sería rechazada: {problem}",
      todo: "{fix} El certificado actual sigue en su lugar.",
    },
    "balance.low": {
      sentence: "El saldo de {balance} no cubre el precio de {price}.",
      todo: "Recargue el saldo; después el pedido continúa por sí solo.",
    },
    "proof.record": {
      sentence: "{name} debe validarse por DNS, y su zona está alojada en otro lugar. Encontrado ahora: {found}.",
      todo: "Cree este registro en el proveedor de DNS: {host} {type} {value}",
    },
    "proof.file": {
      sentence:
        "{name} debe validarse con un archivo, y el sitio está alojado en otro lugar. Encontrado ahora: {found}.",
      todo: "Ponga un archivo con este contenido en http://{name}{path}: {body}",
    },
    "proof.mail": {
      sentence: "Se envió a {address} un mensaje con un enlace de aprobación para {name}.",
      todo: "Abra el mensaje y siga el enlace, o elija otro método.",
    },
    "proof.spreading": {
      sentence: "La prueba para {name} está publicada y aún no se ve desde fuera. Encontrado ahora: {found}.",
      todo: "Nada: los servidores de nombres suelen seguir en pocos minutos.",
    },
    "proof.refused": {
      sentence: "La autoridad de certificación buscó la prueba para {name} y no la aceptó: {because}. Vio: {evidence}.",
      todo: "Compare lo que vio con lo que está publicado; se le preguntará de nuevo automáticamente.",
    },
    "issuer.preparing": {
      sentence: "La autoridad de certificación aún no ha dicho qué quiere ver para {name}.",
      todo: "Nada: volvemos a preguntar por nuestra cuenta.",
    },
    "issuer.checking": {
      sentence: "Las pruebas son visibles; se ha pedido a la autoridad de certificación que las mire.",
      todo: "Nada: suele tardar unos minutos.",
    },
    "issuer.organisation": {
      sentence: "La autoridad de certificación comprueba la organización: {check}.",
      todo: "Responda cuando llame o escriba; puede tardar algunos días.",
    },
    "issuer.issuing": {
      sentence: "Todo está validado; la autoridad de certificación elabora el certificado.",
      todo: "Nada: suele tardar minutos.",
    },
    "install.by-hand": {
      sentence: "El certificado está emitido y aún no se ve en {name}: {found}.",
      todo: "Instálelo: esta página entrega certificado, cadena y clave, una sola vez.",
    },
    "step.failed": { sentence: "{problem}", todo: "{fix}" },
    "licence.running": {
      sentence: "El certificado está en servicio hasta el {notAfter}. Licencia hasta el {licenceEnd}.",
      todo: "Nada: {plan}.",
    },
    "site.not-served": {
      sentence: "{name} se vio sin su certificado ({seen}): {because}.",
      todo: "Averigüe qué cambió en el servidor; una reemisión lo instala de nuevo.",
    },
    "account.suspended": {
      sentence:
        "La cuenta de alojamiento está suspendida, y el pedido está parado. El certificado actual sigue en su lugar.",
      todo: "Levante la suspensión en el panel; el pedido continúa por sí solo.",
    },
    "account.removed": {
      sentence: "La cuenta de alojamiento de este pedido se eliminó; allí ya no se reemite nada.",
      todo: "Cancele o revoque el pedido, o déjelo: termina con su licencia.",
    },
    "licence.taken-over": {
      sentence: "El pedido {by} continúa esta licencia, que termina el {licenceEnd}.",
      todo: "Nada.",
    },
    "licence.ending": {
      sentence: "La licencia termina el {licenceEnd}, y con ella el último certificado.",
      todo: "Renuévela: una renovación la continúa sin interrupción.",
    },
  },
  errors: esErrors,
  problems: {
    fine: { sentence: "{name} está listo: {evidence}.", fix: "Nada que hacer." },
    "caa-other-issuer": {
      sentence: "CAA en {at} solo permite otras autoridades: {record}.",
      fix: "Añada el registro `{at} CAA {add}`.",
    },
    "caa-nobody": {
      sentence: "CAA en {at} prohíbe cualquier autoridad: {record}.",
      fix: "Sustitúyalo por el registro `{at} CAA {add}`.",
    },
    "caa-critical": {
      sentence: "CAA en {at} tiene una propiedad crítica que ninguna autoridad puede ignorar: {record}.",
      fix: "Elimine el registro {record} en {at}.",
    },
    "caa-parameters": {
      sentence: "CAA en {at} limita la autoridad a otra cuenta u otro método: {record}.",
      fix: "Cámbielo por el registro `{at} CAA {add}`.",
    },
    "caa-unanswered": {
      sentence:
        "La pregunta por CAA en {at} quedó sin respuesta ({because}, de {server}); así ninguna autoridad puede emitir.",
      fix: "Haga que los servidores de nombres de {at} respondan a preguntas de tipo CAA.",
    },
    "dnssec-bogus": {
      sentence: "Las firmas DNSSEC de {at} no se verifican; así ninguna autoridad puede emitir (BR §4.2.2.2).",
      fix: "Corrija los registros DS en el registrador, o firme de nuevo la zona.",
    },
    "dns-unanswered": {
      sentence: "La pregunta por {type} en {at} quedó sin respuesta ({because}).",
      fix: "Mire si responden todos los servidores de nombres de {at}.",
    },
    "no-such-name": { sentence: "{name} no existe en el DNS.", fix: "Créelo, o corrija la escritura." },
    "no-address": {
      sentence: "{name} no tiene dirección, así que no se puede obtener un archivo de allí.",
      fix: "Añada un registro A o AAAA, o elija la validación por DNS.",
    },
    "http-unreachable": {
      sentence: "http://{name}/.well-known/pki-validation/ no se puede obtener desde fuera: {because}.",
      fix: "Abra el puerto 80 para todos, o elija la validación por DNS.",
    },
    "http-redirect": {
      sentence: "http://{name}/.well-known/pki-validation/ redirige de un modo que ninguna autoridad sigue: {because}.",
      fix: "Excluya /.well-known/ de la redirección, o elija la validación por DNS.",
    },
    "no-mail-server": {
      sentence: "{name} no tiene servidor de correo, así que un mensaje de aprobación no puede llegar.",
      fix: "Elija la validación por DNS o por archivo.",
    },
    "method-refused": {
      sentence: "{name} no se puede validar así ({method}): {because}.",
      fix: "Elija: {alternatives}.",
    },
    "method-ends": {
      sentence: "La validación de {name} de este modo ({method}) termina el {endsAt}.",
      fix: "Por ahora nada; pase a DNS o archivo antes de ese día.",
    },
  },
  mails: esMails,
  phrases: esPhrases,
  codes: esCodes,
  actors: {
    customer: "Usted",
    partner: "Su proveedor",
    operator: "Quien administra el servidor",
    issuer: "La autoridad de certificación",
    hostseal: "Nadie: continúa por sí solo",
  },
  standings: {
    examining: "En examen",
    blocked: "Bloqueado",
    "ready-to-order": "Listo para pedir",
    "waiting-for-balance": "Esperando saldo",
    "checking-domain": "Comprobando su dominio",
    "waiting-for-issuer": "Esperando a la autoridad de certificación",
    "waiting-for-you": "Esperándole a usted",
    "under-way": "En curso",
    "not-installed": "Emitido, sin instalar",
    active: "Activo",
    "licence-ending": "Activo, la licencia termina pronto",
    continued: "Continuado por su renovación",
    "not-served": "Fuera de servicio",
    paused: "En pausa",
    failing: "Falló, se intenta de nuevo",
    "failing-old-live": "Falló, el certificado anterior sigue activo",
    expired: "Caducado",
    cancelled: "Cancelado",
    refunded: "Cancelado, dinero devuelto",
    revoked: "Revocado",
    rejected: "Rechazado por la autoridad de certificación",
  },
};
