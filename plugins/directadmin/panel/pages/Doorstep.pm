# What the skin shows in its frame: the way to the page that signs on.
package Doorstep;
use strict;
use warnings;
use Words;

my %BASES = (user => "/CMD_PLUGINS", reseller => "/CMD_PLUGINS_RESELLER", admin => "/CMD_PLUGINS_ADMIN");

sub page {
    my ($level) = @_;
    my $locale  = Words::locale($ENV{LANGUAGE});
    my $words   = Words::in_language($locale);
    my $target  = "$BASES{$level}/hostseal/sign-on.raw";
    my ($title, $going, $go) = map { Words::escaped($words->{$_}) } qw(title going go);
    my $page = <<"END";
<h1>$title</h1>
<p>$going</p>
<p><a href="$target" target="_top">$go</a></p>
<script>window.top.location.replace("$target");</script>
END
    utf8::encode($page);
    return $page;
}

1;
