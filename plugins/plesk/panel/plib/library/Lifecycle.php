<?php

/** What happened to accounts and is still to be told to the app, in its order. */
final class Modules_Hostseal_Lifecycle
{
    private const FIRST = 'lifecycle_first';
    private const LAST = 'lifecycle_last';
    private const SECONDS = 20;

    /** @param array<string, string> $event */
    public static function note(string $account, array $event): void
    {
        self::alone('note', LOCK_EX, static function () use ($account, $event): void {
            $number = self::counter(self::LAST) + 1;
            pm_Settings::set(self::name($number), json_encode(['account' => $account, 'event' => $event], JSON_THROW_ON_ERROR));
            pm_Settings::set(self::LAST, (string) $number);
        });
    }

    /** How many events are waiting. */
    public static function count(): int
    {
        return self::counter(self::LAST) - self::counter(self::FIRST);
    }

    /**
     * Tells one after the other, and stops at the first that is not taken. Says whether all is told, or is being told
     * by somebody else.
     */
    public static function tellAll(): bool
    {
        if (!Modules_Hostseal_Configuration::isComplete()) {
            return self::count() === 0;
        }
        $isTold = self::alone('tell', LOCK_EX | LOCK_NB, static function (): bool {
            while (self::count() > 0) {
                $number = self::counter(self::FIRST) + 1;
                if (!self::tell((string) pm_Settings::get(self::name($number), ''))) {
                    return false;
                }
                pm_Settings::clean(self::name($number));
                pm_Settings::set(self::FIRST, (string) $number);
            }
            return true;
        });
        return $isTold ?? true;
    }

    private static function counter(string $name): int
    {
        return (int) pm_Settings::get($name, '0');
    }

    /** No name begins with another: settings are removed by how they begin. */
    private static function name(int $number): string
    {
        return "lifecycle.$number.";
    }

    private static function tell(string $stored): bool
    {
        $told = json_decode($stored, true);
        if (!is_array($told)) {
            return true;
        }
        $assertion = Modules_Hostseal_Configuration::assert([
            'sub' => $told['account'],
            'role' => 'administrator',
            'event' => $told['event'],
        ]);
        $answer = @file_get_contents(Modules_Hostseal_Configuration::getApp() . '/panel/lifecycle', false, stream_context_create([
            'http' => [
                'method' => 'POST',
                'header' => 'Content-Type: application/x-www-form-urlencoded',
                'content' => http_build_query(['assertion' => $assertion]),
                'timeout' => self::SECONDS,
                'follow_location' => 0,
                'ignore_errors' => true,
            ],
        ]));
        return $answer !== false && preg_match('#^HTTP/\S+ 204\b#', $http_response_header[0] ?? '') === 1;
    }

    /**
     * One at a time; nothing is done when somebody else is at it and is not waited for. Where the lock cannot be had, as
     * for another user's file, two may tell the same event, which changes nothing.
     *
     * @return mixed
     */
    private static function alone(string $name, int $how, callable $work)
    {
        $lock = @fopen(rtrim(pm_Context::getVarDir(), '/') . "/$name.lock", 'c');
        if ($lock === false) {
            return $work();
        }
        try {
            return flock($lock, $how) ? $work() : null;
        } finally {
            fclose($lock);
        }
    }
}
