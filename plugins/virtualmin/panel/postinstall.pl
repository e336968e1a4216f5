# Run by Webmin when the module was installed or updated: as often as it likes, with the same result.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/hostseal-lib.pl");
require(dirname(__FILE__)."/plugin-entry-lib.pl");
our ($events_folder, $kept_folder, $keys_folder, $module_name);

sub module_install
{
make_server_key();
make_private_folder($_) foreach ($kept_folder, $keys_folder, $events_folder);
enter_plugin($module_name);
&foreign_require("webmincron", "webmincron-lib.pl");
&webmincron::create_webmin_cron({ 'module' => $module_name, 'func' => "deliver_waiting_events", 'interval' => 300 });
}

1;
