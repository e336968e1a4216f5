import { at } from "../packet/element.ts";
import { ok, refused, type Reply, tag, value } from "../packet/reply.ts";
import { filter, one, sequence } from "../packet/shape.ts";
import { maySee } from "../premises.ts";
import type { Operation } from "./operation.ts";

export const siteAliasOperations: Readonly<Record<string, Operation>> = {
  "site-alias/get": {
    shape: sequence(one("filter", filter("site-id"))),
    run: (request, { estate }, caller) => {
      const replies = (at(request, "filter")?.children ?? []).flatMap(({ text }): readonly Reply[] => {
        const site = estate.sites.find(({ id }) => String(id) === text);
        if (!site || !maySee(caller, site)) return [refused(1015, "Site does not exist.", value("filter-id", text))];
        const prefs = tag("prefs", value("web", true), value("mail", false), value("tomcat", false));
        return site.aliases.map((name) =>
          ok(tag("info", prefs, value("site-id", site.id), value("name", name), value("ascii-name", name))),
        );
      });
      return replies.length === 0 ? [ok()] : replies;
    },
  },
};
