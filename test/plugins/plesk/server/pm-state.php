<?php

/** Everything the Plesk of these tests knows, kept in one file between two requests. */
final class PleskState
{
    private static ?array $state = null;

    /** @return mixed */
    public static function &at(string $part)
    {
        if (self::$state === null) {
            self::$state = json_decode(file_get_contents(getenv('PLESK_STATE')), true, 32, JSON_THROW_ON_ERROR);
            register_shutdown_function([self::class, 'save']);
        }
        if (!array_key_exists($part, self::$state)) {
            self::$state[$part] = [];
        }
        return self::$state[$part];
    }

    public static function save(): void
    {
        file_put_contents(getenv('PLESK_STATE'), json_encode(self::$state, JSON_PRETTY_PRINT | JSON_THROW_ON_ERROR));
    }
}

class pm_Exception extends Exception
{
}

class pm_Exception_InvalidArgumentException extends pm_Exception
{
}

final class pm_Context
{
    public static function init($moduleId): void
    {
        if ($moduleId !== self::getModuleId()) {
            throw new pm_Exception("Module $moduleId is not installed");
        }
    }

    public static function getModuleId(): string
    {
        return 'hostseal';
    }

    public static function getPlibDir(): string
    {
        return getenv('HOSTSEAL_ROOT') . '/usr/local/psa/admin/plib/modules/hostseal/';
    }

    public static function getVarDir(): string
    {
        return getenv('HOSTSEAL_ROOT') . '/usr/local/psa/var/modules/hostseal/';
    }

    public static function getBaseUrl(): string
    {
        return '/modules/hostseal/';
    }

    public static function getActionUrl($controller, $action = 'index'): string
    {
        return "/modules/hostseal/index.php/$controller/$action";
    }

    public static function getModulesListUrl(): string
    {
        return '/admin/modules/catalog';
    }
}

/** Values of at most 5000 characters; sealed ones with a key that is not in the state. */
final class pm_Settings
{
    private const LONGEST = 5000;

    public static function get($name, $default = null)
    {
        return PleskState::at('settings')[$name] ?? $default;
    }

    public static function set($name, $value): void
    {
        if (strlen((string) $value) > self::LONGEST) {
            throw new pm_Exception_InvalidArgumentException('The value is too long');
        }
        $settings = &PleskState::at('settings');
        $settings[$name] = (string) $value;
    }

    public static function clean($prefix = ''): void
    {
        $settings = &PleskState::at('settings');
        $settings = array_filter(
            $settings,
            static fn ($name): bool => $prefix !== '' && strpos((string) $name, $prefix) !== 0,
            ARRAY_FILTER_USE_KEY
        );
    }

    public static function setEncrypted($name, $value): void
    {
        $iv = random_bytes(16);
        $sealed = openssl_encrypt((string) $value, 'aes-256-cbc', self::key(), OPENSSL_RAW_DATA, $iv);
        self::set($name, '$AES-256-CBC$' . base64_encode($iv . $sealed));
    }

    public static function getDecrypted($name, $default = null)
    {
        $stored = self::get($name);
        if ($stored === null) {
            return $default;
        }
        $bytes = base64_decode(substr($stored, strlen('$AES-256-CBC$')));
        return openssl_decrypt(substr($bytes, 16), 'aes-256-cbc', self::key(), OPENSSL_RAW_DATA, substr($bytes, 0, 16));
    }

    private static function key(): string
    {
        return hash('sha256', 'the secret key of this server', true);
    }
}

final class pm_Locale
{
    public const FALLBACK_LOCALE = 'en-US';

    public static function getCode(): string
    {
        return PleskState::at('locale') ?: self::FALLBACK_LOCALE;
    }

    public static function lmsg($key, $params = []): string
    {
        $found = self::messages(self::getCode())[$key] ?? self::messages(self::FALLBACK_LOCALE)[$key] ?? "[$key]";
        foreach ($params as $name => $value) {
            $found = str_replace("%%$name%%", $value, $found);
        }
        return $found;
    }

    private static function messages(string $code): array
    {
        $messages = [];
        $file = pm_Context::getPlibDir() . "resources/locales/$code.php";
        if (is_file($file)) {
            include $file;
        }
        return $messages;
    }
}

final class pm_Log
{
    public static function info($message): void
    {
        self::add('info', $message);
    }

    public static function warn($message): void
    {
        self::add('warning', $message);
    }

    private static function add(string $level, $message): void
    {
        $log = &PleskState::at('log');
        $log[] = "$level: $message";
    }
}
