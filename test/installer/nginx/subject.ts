export * from "@hostseal/installer/bytes";
export * from "@hostseal/installer/nginx";
