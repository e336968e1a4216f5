# The pages of the module, and for whom it vouches.
package hostseal;
use strict;
use warnings;
our (%config, %gconfig, %in, %text, $current_lang, $events_folder, $key_file, $module_name, $remote_user);

# Who is logged in, as Hostseal is told: an administrator, a reseller, or the account whose sites they may change.
# Only what Webmin itself established counts, never anything a browser sent.
sub person_there
{
return undef if (!$remote_user);
return { 'sub' => $remote_user, 'role' => "administrator" } if (&virtual_server::master_admin());
return { 'sub' => $remote_user, 'role' => "reseller" } if (&virtual_server::reseller_admin());
my ($first) = domains_of_caller();
return $first ? { 'sub' => $first->{'user'}, 'role' => "customer" } : undef;
}

# Where the way back leads: the server that the person came from.
sub way_back
{
return undef if (!$config{'panel_url'});
my ($d) = grep { $_->{'id'} eq ($in{'dom'} // "") } domains_of_caller();
return $d ? "$config{'panel_url'}/virtual-server/edit_domain.cgi?dom=$d->{'id'}" : "$config{'panel_url'}/";
}

sub locale_there
{
return to_locale($current_lang || $gconfig{'lang'} || "en");
}

# A page that posts an assertion at once; it is not kept anywhere, and good for one use within a minute.
sub leave_for_app
{
my ($person) = @_;
my $connection = connection();
my $back = way_back();
my $more = { %$person, 'locale' => locale_there(), ($back ? ('return_to' => $back) : ()) };
my $claims = claims_now($connection->{'app_url'}, $connection->{'server_id'}, $more);
my $assertion = sign_assertion($claims, $connection->{'key'});
my ($app, $title, $go) = map { &html_escape($_) } ($connection->{'app_url'}, $text{'index_leaving'}, $text{'index_continue'});
print "Cache-Control: no-store\nReferrer-Policy: no-referrer\nContent-type: text/html; charset=UTF-8\n\n";
print <<"PAGE";
<!doctype html>
<html lang="@{[ locale_there() ]}"><head><meta charset="utf-8"><title>$title</title></head>
<body><form id="leave" method="post" action="$app/panel/sign-on">
<input type="hidden" name="assertion" value="$assertion">
<button>$go</button></form>
<script>document.getElementById("leave").submit();</script></body></html>
PAGE
}

sub show_nothing_here
{
&ui_print_header(undef, $text{'index_title'}, "", undef, 0, 1);
print "<p>",&html_escape($text{'index_enosites'}),"</p>\n";
&ui_print_footer("/", $text{'index'});
}

# The new page gets no hand on this one, and the panel stays open behind it.
sub way_there
{
my $dom = ($in{'dom'} // "") =~ /^(\d+)$/ ? $1 : "";
return "<form method='post' action='index.cgi' target='_blank' rel='noopener'>\n".
       "<input type='hidden' name='go' value='1'><input type='hidden' name='dom' value='$dom'>\n".
       "<button type='submit' class='btn btn-success'>".&html_escape($text{'index_open'})."</button></form>\n";
}

sub show_welcome
{
my ($person) = @_;
&ui_print_header(undef, $text{'index_title'}, "", undef, $person->{'role'} eq "administrator", 1);
print "<p>",&html_escape($text{'index_lead'}),"</p>\n";
print connection() ? way_there() : "<p>".&html_escape($text{'index_enosetup'})."</p>\n";
$person->{'role'} eq "administrator" ? show_administration() : show_sites();
&ui_print_footer("/", $text{'index'});
}

sub show_sites
{
my @names = map { &html_escape($_->{'dom'}) } domains_of_caller();
print "<h3>",&html_escape($text{'index_sites'}),"</h3>\n<ul>",(map { "<li>$_</li>" } @names),"</ul>\n";
}

# The key itself is shown to nobody: whoever registers it reads the file as root.
sub show_administration
{
my $waiting = scalar(pending_events($events_folder));
print "<p>",&html_escape($text{'admin_lead'}),"</p>\n<dl>";
print "<dt>",&html_escape($text{'admin_key'}),"</dt><dd><code>",&html_escape($key_file),"</code></dd>\n";
print "<dt>",&html_escape($text{'admin_pending'}),"</dt><dd>$waiting</dd></dl>\n";
}

1;
