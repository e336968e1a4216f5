# Whose session it is: the panel itself is asked, on loopback, with the session's own two values. Whoever answers there
# must hold the panel's certificate, since any user of this machine may listen on such a port.
package Hostseal::Session;
use strict;
use warnings;
use Hostseal::Curl;
use JSON::PP;

my $VALUE = qr/\A[A-Za-z0-9_-]{8,256}\z/;

# Name and level of the account; nothing when the session is none.
sub owner {
    my ($settings, $id, $key) = @_;
    return unless $id =~ $VALUE && $key =~ $VALUE;
    my ($host, $port) = $settings->{panel_url} =~ m{\Ahttps://([^:]+):(\d+)\z} or return;
    my @arguments = (
        "--proto", "=https",
        "--cacert", $settings->{ca_file},
        "--connect-to", "$host:$port:127.0.0.1:$port",
        "--url", "$settings->{panel_url}/CMD_API_SHOW_USER_CONFIG?json=yes",
    );
    my ($status, $body) = Hostseal::Curl::ask(\@arguments, [[header => "Cookie: session=$id; key=$key"]]);
    my $config = $status == 200 ? eval { JSON::PP->new->utf8->decode($body) } : undef;
    return unless ref $config eq "HASH" && defined $config->{username};
    return {
        name         => $config->{username},
        level        => $config->{usertype} // "user",
        is_suspended => ($config->{suspended} // "no") =~ /\A(?:yes|1)\z/i ? 1 : 0,
    };
}

1;
