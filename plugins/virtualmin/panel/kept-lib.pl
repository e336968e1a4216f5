# The certificate that stood on a domain before an installation of ours, so that it can be put back.
package hostseal;
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);
use JSON::PP;
use MIME::Base64 ();
our $kept_folder;

# Files that the panel overwrites, by their names in a domain: "newkey" is a key for a request the customer made there.
my @FILES = ("cert", "key", "chain", "combined", "everything", "newkey", "csr");
my @SETTINGS = ("ssl_pass", "letsencrypt_renew", "letsencrypt_last_id");

# Hex SHA-256 of the first certificate of a PEM text; nothing when there is none.
sub certificate_digest
{
my ($pem) = @_;
my ($body) = ($pem // "") =~ /-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----/s or return undef;
return sha256_hex(MIME::Base64::decode_base64($body));
}

sub file_content
{
my ($d, $name) = @_;
return $d->{'ssl_'.$name} ? read_whole($d->{'ssl_'.$name}) : undef;
}

sub present_digest
{
my ($d) = @_;
return certificate_digest(file_content($d, "cert"));
}

sub tls_feature
{
my ($d) = @_;
my $website = &virtual_server::domain_has_website($d);
return undef if (!$website);
return "ssl" if ($website eq "web");
my ($plugin) = grep { &virtual_server::plugin_defined($_, "feature_provides_ssl") }
		    &virtual_server::list_feature_plugins();
return $plugin;
}

sub folder_of
{
my ($d) = @_;
return "$kept_folder/$d->{'id'}";
}

# What is kept for a domain; nothing when no installation is under way.
sub kept_of
{
my ($d) = @_;
my $content = read_whole(folder_of($d)."/state.json");
return defined($content) ? JSON::PP->new->utf8->decode($content) : undef;
}

sub domain_services
{
my ($d) = @_;
return [ map { $_->{'id'} } grep { $_->{'d'} } &virtual_server::get_all_domain_service_ssl_certs($d) ];
}

# Keeps all of it, the state last: a folder without one is no installation.
sub keep_present
{
my ($d, $receipt, $ours) = @_;
my $folder = folder_of($d);
my $feature = tls_feature($d);
remove_folder($folder);
make_private_folder($folder);
my %paths;
foreach my $name (@FILES) {
	my $content = file_content($d, $name);
	$paths{$name} = $d->{'ssl_'.$name};
	write_private("$folder/$name", $content) if (defined($content));
	}
my $state = { 'receipt' => $receipt, 'sha256' => $ours, 'replaced' => present_digest($d), 'paths' => \%paths,
	      'tls' => $feature && $d->{$feature} ? 1 : 0, 'services' => domain_services($d),
	      'settings' => { map { $_ => $d->{$_} } @SETTINGS } };
write_private("$folder/state.json", JSON::PP->new->canonical->utf8->encode($state));
}

sub forget_kept
{
my ($d) = @_;
remove_folder(folder_of($d));
}

# Writes one file back where it was.
sub put_back_file
{
my ($d, $name, $path) = @_;
my $content = read_whole(folder_of($d)."/".$name);
return if (!defined($content));
my $wrong = &virtual_server::write_ssl_file_contents($d, $path, $content, 1);
die "$wrong\n" if ($wrong);
$d->{'ssl_'.$name} = $path;
}

# Takes away a file that was not there.
sub take_away_file
{
my ($d, $name) = @_;
my $path = delete($d->{'ssl_'.$name});
&virtual_server::unlink_logged_as_domain_user($d, $path) if ($path && -e $path);
}

sub put_back_or_take_away
{
my ($d, $kept, @names) = @_;
put_back_file($d, $_, $kept->{'paths'}->{$_}) foreach (grep { was_there($d, $_) } @names);
take_away_file($d, $_) foreach (grep { !was_there($d, $_) } @names);
}

sub was_there
{
my ($d, $name) = @_;
return -e folder_of($d)."/".$name;
}

# Tells the web server no more of a chain that was not there; before the file goes, without which it would not start.
sub forget_chain
{
my ($d) = @_;
return if (!$d->{'ssl_chain'} || was_there($d, "chain"));
my $path = $d->{'ssl_chain'};
my $wrong = &virtual_server::save_website_ssl_file($d, "ca", undef);
$d->{'ssl_chain'} = $path;
die "$wrong\n" if ($wrong);
}

sub turn_tls_off
{
my ($d, $feature) = @_;
my $before = { %$d };
$d->{$feature} = 0;
foreach my $f (reverse(&virtual_server::list_ordered_features($before))) {
	&virtual_server::call_feature_func($f, $d, $before);
	}
}

# A key for a request that the customer made is theirs, and is there again afterwards.
sub put_back_request
{
my ($d, $kept) = @_;
put_back_or_take_away($d, $kept, "newkey", "csr");
}

sub put_back_services
{
my ($d, $kept, $before) = @_;
&virtual_server::update_all_domain_service_ssl_certs($d, $before);
my %had = map { $_ => 1 } @{$kept->{'services'}};
foreach my $service (grep { $_->{'d'} && !$had{$_->{'id'}} } @$before) {
	my $sync = \&{"virtual_server::sync_$service->{'id'}_ssl_cert"};
	$sync->($d, 0);
	}
}

# Puts back what was there before ours: files, settings, services, and TLS off where it was off.
sub put_back
{
my ($d, $kept) = @_;
my $feature = tls_feature($d);
my @before = &virtual_server::get_all_domain_service_ssl_certs($d);
turn_tls_off($d, $feature) if (!$kept->{'tls'} && $feature && $d->{$feature});
forget_chain($d) if ($kept->{'tls'});
put_back_or_take_away($d, $kept, "cert", "key", "chain", "combined", "everything");
put_back_request($d, $kept);
foreach my $setting (@SETTINGS) {
	$d->{$setting} = $kept->{'settings'}->{$setting};
	delete($d->{$setting}) if (!defined($d->{$setting}));
	}
put_back_services($d, $kept, \@before) if ($kept->{'tls'});
save_and_reload($d);
}

sub save_and_reload
{
my ($d) = @_;
&virtual_server::refresh_ssl_cert_expiry($d);
&virtual_server::save_domain($d);
&virtual_server::sync_domain_tlsa_records($d);
&virtual_server::run_post_actions();
}

# Puts a key that was made here where install-cert looks for one.
sub offer_key
{
my ($d, $key) = @_;
$d->{'ssl_newkey'} ||= &virtual_server::default_certificate_file($d, "newkey");
&virtual_server::create_ssl_certificate_directories($d);
my $wrong = &virtual_server::write_ssl_file_contents($d, $d->{'ssl_newkey'}, $key, 1);
die "$wrong\n" if ($wrong);
&virtual_server::save_domain($d);
}

1;
