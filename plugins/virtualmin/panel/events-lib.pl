# What happened to accounts, told to Hostseal: each is written down first, and goes out again until it was heard.
# Knows nothing of Webmin.
package hostseal;
use strict;
use warnings;
use HTTP::Tiny;
use JSON::PP;
use Time::HiRes qw(time);

my $TIMEOUT = 20;

# Writes an event down, in the order of their happening.
sub note_event
{
my ($folder, $account, $event) = @_;
make_private_folder($folder);
my $name = sprintf("%017.6f-%s", time(), unpack("H*", random_bytes(4)));
write_private("$folder/$name.json", JSON::PP->new->canonical->utf8->encode({ 'sub' => $account, 'event' => $event }));
}

sub pending_events
{
my ($folder) = @_;
return sort(grep { /\.json$/ } glob("$folder/*.json"));
}

# Tells one; true when it was heard.
sub tell_event
{
my ($connection, $told) = @_;
my $more = { 'role' => "administrator", 'sub' => $told->{'sub'}, 'event' => $told->{'event'} };
my $claims = claims_now($connection->{'app_url'}, $connection->{'server_id'}, $more);
my $http = HTTP::Tiny->new('timeout' => $TIMEOUT, 'max_redirect' => 0, 'verify_SSL' => 1, 'proxy' => undef);
my $answer = $http->post_form("$connection->{'app_url'}/panel/lifecycle",
			      { 'assertion' => sign_assertion($claims, $connection->{'key'}) });
return $answer->{'status'} == 204;
}

# Tells what is waiting, oldest first, until one is not heard. Gives back how many still wait.
sub deliver_events
{
my ($folder, $connection) = @_;
my @waiting = pending_events($folder);
while (@waiting) {
	my $told = eval { JSON::PP->new->utf8->decode(read_whole($waiting[0]) // "") };
	last if ($told && !eval { tell_event($connection, $told) });
	unlink(shift(@waiting));
	}
return scalar(@waiting);
}

1;
