# What all parts of the module share: Webmin, Virtualmin, and where the module keeps what.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
BEGIN { push(@INC, dirname(__FILE__)."/.."); };
eval "use WebminCore;";
die $@ if ($@);
our (%config, $module_config_directory, $module_root_directory, $module_var_directory);
&init_config();
&foreign_require("virtual-server", "virtual-server-lib.pl");
foreach my $part ("assertion", "files", "well-known", "keys", "events") {
	require(dirname(__FILE__)."/$part-lib.pl");
	}

our $key_file = "$module_config_directory/sign-on.key";
our $kept_folder = "$module_var_directory/kept";
our $keys_folder = "$module_var_directory/keys";
our $events_folder = "$module_var_directory/events";

# How to reach Hostseal; nothing until the server was connected.
sub connection
{
my $key = read_whole($key_file);
return undef if (!$config{'app_url'} || !$config{'server_id'} || !$key);
chomp($key);
return { 'app_url' => $config{'app_url'}, 'server_id' => $config{'server_id'}, 'key' => $key };
}

# Makes the key of this server, unless there is one.
sub make_server_key
{
return if (-s $key_file);
make_private_folder($module_config_directory);
write_private($key_file, to_base64url(random_bytes(32))."\n");
}

sub deliver_waiting_events
{
my $connection = connection();
return $connection ? deliver_events($events_folder, $connection) : scalar(pending_events($events_folder));
}

# Domains whose certificate the person who is logged in may change.
sub domains_of_caller
{
return () if (!&virtual_server::can_edit_ssl());
return grep { &virtual_server::can_edit_domain($_) && !$_->{'alias'} } &virtual_server::list_domains();
}

1;
