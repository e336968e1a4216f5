package Hostseal::Settings;

# What this server knows of the app: its address, the server's name there, and the server's key.

use strict;
use warnings;
use Exporter qw(import);
use Fcntl qw(O_CREAT O_TRUNC O_WRONLY);
use Hostseal::Assertion qw(is_key);
use Hostseal::Root qw(data_folder);
use JSON::PP ();

our @EXPORT_OK = qw(check_settings read_settings write_settings);

my $JSON = JSON::PP->new->canonical->pretty->utf8;

sub _file { return data_folder() . '/server.json' }

# Nothing when the server was not connected yet.
sub read_settings {
    open my $handle, '<:raw', _file() or return;
    local $/ = undef;
    my $read = eval { $JSON->decode(<$handle>) };
    close $handle;
    return $read;
}

# A sentence that says what is wrong with settings; nothing when they are in order.
sub check_settings {
    my ($settings) = @_;
    my ( $app, $server, $key ) = map { $settings->{$_} // '' } qw(app server key);
    my $return_to = $settings->{return_to};
    return 'The address of the app is https:// with a host, without a final slash.' if $app !~ m{\Ahttps?://[^/\s"'<>]+\z};
    return 'The server needs the name that Hostseal knows it by.'                    if $server !~ /\A[\w.-]{1,255}\z/a;
    return 'The key is the one that Hostseal shows for this server: 43 characters.'  if !is_key($key);
    return 'A customer is shown the app by "redirect" or by "frame".' if ( $settings->{display} // '' ) !~ /\A(?:redirect|frame)\z/;
    return 'The way back is the address of this panel.' if defined $return_to && $return_to !~ m{\Ahttps?://[^\s"'<>]+\z};
    return;
}

sub write_settings {
    my ($settings) = @_;
    my $file = _file();
    mkdir data_folder(), 0700;
    sysopen my $handle, "$file.new", O_CREAT | O_TRUNC | O_WRONLY, 0600 or die "Cannot write $file.new: $!\n";
    print {$handle} $JSON->encode($settings) or die "Cannot write $file.new: $!\n";
    close $handle or die "Cannot write $file.new: $!\n";
    rename "$file.new", $file or die "Cannot write $file: $!\n";
    return;
}

1;
