export * from "@hostseal/installer/apache";
