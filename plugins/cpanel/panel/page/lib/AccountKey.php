<?php

declare(strict_types=1);

namespace Hostseal;

/** The key that root put into the home of this account; it vouches for this account and for nobody else. */
final class AccountKey
{
    private const FILE = '/.hostseal/key.json';
    private const TEXTS = ['account', 'app', 'display', 'key', 'server'];

    /** @var array<string, mixed> */
    private array $read;

    /** @param array<string, mixed> $read */
    private function __construct(array $read)
    {
        $this->read = $read;
    }

    /** Nothing when the account has none yet. */
    public static function read(string $home): ?self
    {
        $text = @file_get_contents($home . self::FILE);
        $read = $text === false ? null : json_decode($text, true);
        if (!is_array($read) || !is_int($read['generation'] ?? null)) {
            return null;
        }
        foreach (self::TEXTS as $name) {
            if (!is_string($read[$name] ?? null) || $read[$name] === '') {
                return null;
            }
        }
        return new self($read);
    }

    /** Address of the app, without final slash. */
    public function app(): string
    {
        return $this->read['app'];
    }

    public function isFramed(): bool
    {
        return $this->read['display'] === 'frame';
    }

    /** @return array<string, string> what an assertion says of the account and its server */
    public function claims(): array
    {
        $claims = ['aud' => $this->app(), 'iss' => $this->read['server'], 'sub' => $this->read['account']];
        $returnTo = $this->read['return_to'] ?? null;
        return is_string($returnTo) ? $claims + ['return_to' => $returnTo] : $claims;
    }

    /** @param array<string, mixed> $claims */
    public function sign(array $claims): string
    {
        return Assertion::write($claims, 'account:' . $this->read['generation'], $this->read['key']);
    }
}
