package Hostseal::Spool;

# Messages that wait to be delivered, in the order they came.

use strict;
use warnings;
use Exporter qw(import);
use Fcntl qw(O_CREAT O_EXCL O_WRONLY);
use Hostseal::Root qw(data_folder);
use JSON::PP ();
use Time::HiRes ();

our @EXPORT_OK = qw(add_message messages remove_message);

my $JSON = JSON::PP->new->canonical->utf8;

sub _folder { return data_folder() . '/spool' }

sub add_message {
    my ($message) = @_;
    mkdir data_folder(), 0700;
    mkdir _folder(),     0700;
    my $name = sprintf '%s/%017d-%d', _folder(), Time::HiRes::time() * 1_000_000, $$;
    sysopen my $handle, "$name.new", O_CREAT | O_EXCL | O_WRONLY, 0600 or die "Cannot write $name: $!\n";
    print {$handle} $JSON->encode($message) or die "Cannot write $name: $!\n";
    close $handle or die "Cannot write $name: $!\n";
    rename "$name.new", "$name.json" or die "Cannot write $name: $!\n";
    return;
}

# Each with the file it lies in, the oldest first.
sub messages {
    my @files = sort glob _folder() . '/*.json';
    my @found;
    for my $file (@files) {
        open my $handle, '<:raw', $file or next;
        local $/ = undef;
        my $message = eval { $JSON->decode(<$handle>) };
        close $handle;
        push @found, { file => $file, message => $message } if ref $message eq 'HASH';
    }
    return @found;
}

sub remove_message {
    my ($waiting) = @_;
    unlink $waiting->{file};
    return;
}

1;
