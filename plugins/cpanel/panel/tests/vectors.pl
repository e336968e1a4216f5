# perl -I <lib> vectors.pl <vectors.json>: every signed vector anew, and the key of the account, as JSON.

use strict;
use warnings;
use Hostseal::Assertion qw(account_key write_assertion);
use JSON::PP ();

my $json = JSON::PP->new->utf8->canonical;
open my $handle, '<:raw', $ARGV[0] or die "$!\n";
my $vectors = do { local $/ = undef; $json->decode(<$handle>) };
my @signed  = map { write_assertion( $_->{claims}, $_->{signer}, $_->{key} ) } @{ $vectors->{signed} };
my $account = $vectors->{accountKey};
my $key     = account_key( $vectors->{server}{key}, $account->{account}, $account->{generation} );
print $json->encode( { signed => \@signed, accountKey => $key } );
