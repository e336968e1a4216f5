# As much of Virtualmin as the module asks of it: domains in one file, and their certificates in files of their own.
use strict;
use warnings;
use JSON::PP;
use WebminCore;
my $file = "$ENV{'WEBMIN_CONFIG'}/virtual-server/domains.json";
my $user = $ENV{'REMOTE_USER'} || "root";

sub list_domains
{
open(my $in, "<", $file) || die "no domains: $!\n";
local $/ = undef;
return @{JSON::PP->new->decode(<$in>)};
}

sub save_domain
{
my ($d) = @_;
my @all = map { $_->{'id'} eq $d->{'id'} ? $d : $_ } &list_domains();
open(my $out, ">", $file) || die "cannot write domains: $!\n";
print $out JSON::PP->new->canonical->pretty->encode(\@all);
close($out);
}

sub get_domain_by
{
my ($field, $value) = @_;
my @found = grep { ($_->{$field} // "") eq $value } &list_domains();
return wantarray ? @found : $found[0];
}

sub get_domain
{
my ($id) = @_;
return &get_domain_by("id", $id);
}

sub master_admin
{
return $user eq "root";
}

sub reseller_admin
{
return $user eq "reseller";
}

sub can_edit_domain
{
my ($d) = @_;
return &master_admin() || $d->{'user'} eq $user;
}

sub may
{
my ($what) = @_;
return &master_admin() || index($ENV{'STUB_MAY'} // "ssl records domain", $what) >= 0;
}

sub can_edit_ssl
{
return &may("ssl");
}

sub can_edit_records
{
return &may("records");
}

sub can_config_domain
{
return &may("domain");
}

sub domain_has_website
{
my ($d) = @_;
return $d->{'web'} ? "web" : undef;
}

sub get_website_hostnames
{
my ($d) = @_;
return ($d->{'dom'}, "www.".$d->{'dom'});
}

sub public_html_dir
{
my ($d) = @_;
return "$d->{'home'}/public_html";
}

sub default_certificate_file
{
my ($d, $mode) = @_;
return "$d->{'home'}/ssl.$mode";
}

sub write_ssl_file_contents
{
my ($d, $path, $content) = @_;
open(my $out, ">", $path) || return "Failed to write $path";
print $out $content;
close($out);
return undef;
}

sub unlink_logged_as_domain_user
{
my ($d, $path) = @_;
unlink($path);
}

sub save_website_ssl_file
{
my ($d, $type, $path) = @_;
return "No virtual host found" if (!$d->{'ssl'});
$d->{$type eq "ca" ? "ssl_chain" : "ssl_$type"} = $path;
return undef;
}

sub list_ordered_features
{
return ("web", "ssl");
}

sub list_service_ssl_cert_types
{
return ({ 'id' => "dovecot", 'dom' => 1 }, { 'id' => "webmin", 'dom' => 1 }, { 'id' => "mysql", 'dom' => 0 });
}

sub get_all_domain_service_ssl_certs
{
my ($d) = @_;
return map { { 'id' => $_, 'd' => $d } } split(/ /, $d->{'stub_services'} // "");
}

sub sync_dovecot_ssl_cert
{
my ($d, $on) = @_;
$d->{'stub_services'} = $on ? "dovecot" : "";
}

# What only has to be called.
{
no strict 'refs';
*{$_} = sub { return undef } foreach ("set_all_null_print", "call_feature_func", "update_all_domain_service_ssl_certs",
	"refresh_ssl_cert_expiry", "sync_domain_tlsa_records", "run_post_actions", "create_ssl_certificate_directories",
	"list_feature_plugins", "plugin_defined");
}

1;
