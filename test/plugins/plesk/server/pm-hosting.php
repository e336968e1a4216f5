<?php

namespace Plesk\SDK {
    final class Certificate
    {
        private array $row;

        public function __construct(array $row)
        {
            $this->row = $row;
        }

        public function getName(): string
        {
            return $this->row['name'];
        }

        public function getCert(): string
        {
            return $this->row['cert'];
        }
    }
}

namespace {
    final class pm_Client
    {
        private array $row;

        private function __construct(array $row)
        {
            $this->row = $row;
        }

        public static function getByClientId($id): self
        {
            return self::find('id', (int) $id);
        }

        public static function getByLogin($login): self
        {
            return self::find('login', $login);
        }

        private static function find(string $column, $value): self
        {
            foreach (PleskState::at('clients') as $row) {
                if ($row[$column] === $value) {
                    return new self($row);
                }
            }
            throw new pm_Exception("Client $value is not found");
        }

        public function getId(): int
        {
            return $this->row['id'];
        }

        public function getLogin(): string
        {
            return $this->row['login'];
        }

        public function isAdmin(): bool
        {
            return $this->row['type'] === 'admin';
        }

        public function isReseller(): bool
        {
            return $this->row['type'] === 'reseller';
        }

        public function isClient(): bool
        {
            return $this->row['type'] === 'client';
        }

        public function getProperty($name): string
        {
            return (string) $this->row[$name];
        }

        public function hasAccessToDomain($domainId): bool
        {
            return pm_Domain::getByDomainId($domainId)->getClient()->getId() === $this->getId();
        }

        public function hasAccessToClient(int $clientId): bool
        {
            return pm_Client::getByClientId($clientId)->row['parent'] === $this->getId();
        }

        public function hasCorePermission($name, ?pm_Domain $domain = null): bool
        {
            return !in_array($name, $this->row['lacks'] ?? [], true);
        }
    }

    final class pm_Domain
    {
        private array $row;

        private function __construct(array $row)
        {
            $this->row = $row;
        }

        public static function getByDomainId($id): self
        {
            return self::find('id', (int) $id);
        }

        public static function getByName($name): self
        {
            return self::find('name', $name);
        }

        /** @return self[] */
        public static function getDomainsByClient(pm_Client $client): array
        {
            $rows = array_filter(
                PleskState::at('domains'),
                static fn (array $row): bool => $row['client'] === $client->getId()
            );
            return array_map(static fn (array $row): self => new self($row), array_values($rows));
        }

        private static function find(string $column, $value): self
        {
            foreach (PleskState::at('domains') as $row) {
                if ($row[$column] === $value) {
                    return new self($row);
                }
            }
            throw new pm_Exception("Domain $value is not found");
        }

        public function getId(): int
        {
            return $this->row['id'];
        }

        public function getName(): string
        {
            return $this->row['name'];
        }

        public function getClient(): pm_Client
        {
            return pm_Client::getByClientId($this->row['client']);
        }

        public function getProperty($name): string
        {
            return (string) $this->row[$name];
        }

        public function getDocumentRoot($relative = false): string
        {
            return $relative ? 'httpdocs' : $this->row['home'] . '/httpdocs';
        }

        public function getHomePath(): string
        {
            return $this->row['home'];
        }

        public function hasSsl(): bool
        {
            return $this->row['hosting'] !== null;
        }

        public function getDnsZone(): pm_Dns_Zone
        {
            return new pm_Dns_Zone($this->row['zone']);
        }

        public function getHostingCertificate(): ?\Plesk\SDK\Certificate
        {
            return $this->certificate('hosting');
        }

        public function getMailCertificate(): ?\Plesk\SDK\Certificate
        {
            return $this->certificate('mail');
        }

        public function getWebmailCertificate(): ?\Plesk\SDK\Certificate
        {
            return $this->certificate('webmail');
        }

        private function certificate(string $service): ?\Plesk\SDK\Certificate
        {
            $name = $this->row[$service];
            foreach (PleskState::at('certificates') as $row) {
                if ($row['name'] === $name && $row['site'] === $this->row['id']) {
                    return new \Plesk\SDK\Certificate($row);
                }
            }
            return null;
        }
    }

    final class pm_Dns_Zone
    {
        private array $row;

        public function __construct(string $name)
        {
            $this->row = PleskState::at('zones')[$name];
            $this->row['name'] = $name;
        }

        public function isEnabled(): bool
        {
            return $this->row['enabled'];
        }

        public function isMaster(): bool
        {
            return $this->row['master'];
        }

        public function getName(): ?string
        {
            return $this->row['name'] . '.';
        }

        public function getDomain(): ?pm_Domain
        {
            return pm_Domain::getByName($this->row['name']);
        }
    }

    /** Works below the home of one domain, as its owner: no path leads out of it. */
    final class pm_FileManager
    {
        private string $home;

        public function __construct($domainId)
        {
            $this->home = pm_Domain::getByDomainId($domainId)->getHomePath();
        }

        public function fileExists($filename): bool
        {
            return file_exists($this->path($filename));
        }

        public function mkdir($dirname, $perms = '0755', $recursively = false): void
        {
            $this->must(@mkdir($this->path($dirname), octdec($perms), $recursively), $dirname);
        }

        public function filePutContents($filename, $data): void
        {
            $this->must(@file_put_contents($this->path($filename), $data) !== false, $filename);
        }

        public function fileGetContents($filename): string
        {
            return file_get_contents($this->path($filename));
        }

        public function removeFile($filename): void
        {
            $this->must(@unlink($this->path($filename)), $filename);
        }

        private function must(bool $isDone, string $path): void
        {
            if (!$isDone) {
                throw new pm_Exception("filemng failed: $path");
            }
        }

        private function path(string $path): string
        {
            if (in_array('..', explode('/', $path), true)) {
                throw new pm_Exception("filemng: $path is not below the home");
            }
            return $this->home . '/' . ltrim($path, '/');
        }
    }

    /** As much of the XML API as the extension calls from inside. */
    final class pm_ApiRpc
    {
        public static function getService($protocolVersion = null): self
        {
            return new self();
        }

        public function call($request, $login = null): object
        {
            if (preg_match('#^<certificate><install><name>([^<]+)</name><site>([^<]+)</site><content><csr></csr><pvt>([^<]+)</pvt><cert>([^<]+)</cert><ca>([^<]*)</ca></content></install></certificate>$#', $request, $found) === 1) {
                return $this->answer('install', $this->install(pm_Domain::getByName($found[2])->getId(), $found));
            }
            if (preg_match('#^<certificate><remove><filter><name>([^<]+)</name></filter><site>([^<]+)</site></remove></certificate>$#', $request, $found) === 1) {
                return $this->answer('remove', $this->remove(pm_Domain::getByName($found[2])->getId(), $found[1]));
            }
            throw new pm_Exception('Parser error: Request is invalid');
        }

        private function install(int $site, array $found): array
        {
            [, $name, , $key, $certificate] = array_map('html_entity_decode', $found);
            $certificates = &PleskState::at('certificates');
            foreach ($certificates as $row) {
                if ($row['name'] === $name && $row['site'] === $site) {
                    return ['status' => 'error', 'errcode' => '1007', 'errtext' => 'Certificate already exists.'];
                }
            }
            if (!openssl_x509_check_private_key($certificate, $key)) {
                return ['status' => 'error', 'errcode' => '1023', 'errtext' => 'The private key does not match.'];
            }
            $certificates[] = ['name' => $name, 'site' => $site, 'cert' => $certificate, 'pvt' => hash('sha256', $key)];
            return ['status' => 'ok'];
        }

        private function remove(int $site, string $name): array
        {
            $certificates = &PleskState::at('certificates');
            $certificates = array_values(array_filter(
                $certificates,
                static fn (array $row): bool => $row['name'] !== $name || $row['site'] !== $site
            ));
            return ['status' => 'ok'];
        }

        private function answer(string $operation, array $result): object
        {
            return json_decode(json_encode(['certificate' => [$operation => ['result' => $result]]]));
        }
    }
}
