# One HTTPS request by curl. What is secret goes through its standard input: arguments can be read by everybody.
package Hostseal::Curl;
use strict;
use warnings;
use IPC::Open2;

my $PATIENCE = 15;

sub quoted {
    my ($text) = @_;
    die "a line break in a request\n" if $text =~ /[\r\n]/;
    $text =~ s/(["\\])/\\$1/g;
    return qq("$text");
}

# Status and body. Dies when there is no answer, or when the certificate of the other side does not verify.
sub ask {
    my ($arguments, $secrets) = @_;
    my @command = ("curl", "--disable", "--silent", "--noproxy", "*", "--max-time", $PATIENCE, "--write-out", "\n%{http_code}");
    my $pid = open2(my $out, my $in, @command, @{$arguments}, "--config", "-");
    print {$in} map { "$_->[0] = " . quoted($_->[1]) . "\n" } @{$secrets};
    close $in;
    my $text = do { local $/ = undef; <$out> };
    waitpid $pid, 0;
    die "no answer\n" if $? != 0;
    my ($body, $status) = $text =~ /\A(.*)\n(\d{3})\z/s or die "no answer\n";
    return ($status, $body);
}

1;
