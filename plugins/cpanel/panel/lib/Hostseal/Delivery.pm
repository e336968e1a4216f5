package Hostseal::Delivery;

# Tells the app what became of accounts, with assertions that the server's key signs.

use strict;
use warnings;
use Exporter qw(import);
use Hostseal::Assertion qw(write_assertion);
use Hostseal::Spool qw(messages remove_message);
use HTTP::Tiny ();
use MIME::Base64 qw(encode_base64url);

our @EXPORT_OK = qw(deliver);

my $LIFE         = 60;
my $NUMBER_BYTES = 16;
my $TIMEOUT      = 20;

sub _number {
    open my $handle, '<:raw', '/dev/urandom' or die "Cannot read random bytes: $!\n";
    my $bytes = '';
    my $got = read $handle, $bytes, $NUMBER_BYTES;
    close $handle;
    die "Cannot read random bytes\n" if !$got || $got != $NUMBER_BYTES;
    return encode_base64url($bytes);
}

sub _assertion {
    my ( $message, $settings ) = @_;
    my $now    = time;
    my %claims = (
        aud   => $settings->{app},
        event => $message->{event},
        exp   => $now + $LIFE,
        iat   => $now,
        iss   => $settings->{server},
        jti   => _number(),
        role  => 'administrator',
        sub   => $message->{sub},
    );
    return write_assertion( \%claims, 'server', $settings->{key} );
}

# In the order they came; the first that is not taken ends it, and is tried again next time. Answers how many were taken,
# and why it ended.
sub deliver {
    my ($settings) = @_;
    my $http = HTTP::Tiny->new( timeout => $TIMEOUT, max_redirect => 0, verify_SSL => 1 );
    my $count = 0;
    for my $waiting ( messages() ) {
        my $form     = { assertion => _assertion( $waiting->{message}, $settings ) };
        my $response = $http->post_form( "$settings->{app}/panel/lifecycle", $form );
        return ( $count, "$settings->{app} answers with status $response->{status}" ) if $response->{status} != 204;
        remove_message($waiting);
        $count += 1;
    }
    return ($count);
}

1;
