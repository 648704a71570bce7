using OChat.Assistant;

namespace OChat.Tests;

/// <summary>What the declared anonymiser of prompts takes out, and that it is put back.</summary>
[Trait("Clause", "OCHAT-4.1")]
public sealed class PlaceholdersTests
{
    private static Placeholders Siti() => new("Siti Rahmawati", "siti@contoh.example", "0812-0000-0001");

    private static Placeholders AtHome() => new("Siti Rahmawati", null, null, "Jl. Hanoman 2, Ubud");

    [Theory]
    [InlineData("Send it to Jl. Hanoman 2, Ubud please", "Send it to [ADDRESS-0] please")]
    [InlineData("Send it to jl hanoman 2 ubud", "Send it to [ADDRESS-0]")]
    [InlineData("I live in Ubud, near the Hanoman temple", "I live in [ADDRESS-2], near the [ADDRESS-3] temple")]
    [InlineData("To Jl. Jend. Sudirman No. 5, Bandung", "To [ADDRESS-2]")]
    [InlineData("Jl. Ir. H. Juanda 12, Bandung. Thank you", "[ADDRESS-2]. Thank you")]
    [InlineData("To jl.mawar no.5\nkec. Coblong\nThank you", "To [ADDRESS-2]\n[ADDRESS-3]\nThank you")]
    [InlineData("To Jalan Siti 12 Bandung", "To [ADDRESS-2]")]
    [InlineData("Siti, Jl. Hanoman 2, Ubud", "[NAME], [ADDRESS-0]")]
    [InlineData("To Jalan Merdeka No. 5 RT 03 RW 1, Bandung. Is it far?", "To [ADDRESS-2]. Is it far?")]
    [InlineData("Call (0812) 7777/8888", "Call [PHONE-2]")]
    [InlineData("Two walks: jalan-jalan, and a gangster", "Two walks: jalan-jalan, and a gangster")]
    public void And_so_do_addresses_on_record_and_those_that_begin_as_one(string said, string told)
    {
        var siti = AtHome();
        Assert.Equal(told, siti.Conceal(said));
        Assert.Equal("Jl. Hanoman 2, Ubud", siti.Reveal("[ADDRESS-0]"));
    }

    [Theory]
    [InlineData("I am Siti", "I am [NAME]")]
    [InlineData("SITI RAHMAWATI here, and siti's order", "[NAME] here, and [NAME]'s order")]
    [InlineData("Mail Siti@Contoh.example", "Mail [EMAIL]")]
    [InlineData("Call 0812-0000-0001", "Call [PHONE]")]
    [InlineData("Call 0812 0000 0001", "Call [PHONE]")]
    [InlineData("Call (0812)0000_0001", "Call [PHONE]")]
    [InlineData("Call 0812_3333_4444", "Call [PHONE-3]")]
    [InlineData("Mail siti.r@gmail.example", "Mail [EMAIL-3]")]
    [InlineData("On 22/11/2026, or 2026-11-23, for Rp 12.500.000 or IDR 12,500,000", "On 22/11/2026, or 2026-11-23, for Rp 12.500.000 or IDR 12,500,000")]
    [InlineData("Call 99/11/2026 or 812.500.000", "Call [PHONE-3] or [PHONE-4]")]
    [InlineData("Mail wati+shop@toko.co.id, twice: wati+shop@toko.co.id", "Mail [EMAIL-3], twice: [EMAIL-3]")]
    [InlineData("Order OC-261122-0005, 2 pieces of 250 g", "Order OC-261122-0005, 2 pieces of 250 g")]
    [InlineData("The situation of Sitim", "The situation of Sitim")]
    [InlineData("", "")]
    public void Names_and_addresses_become_placeholders(string said, string told) => Assert.Equal(told, Siti().Conceal(said));

    [Theory]
    [InlineData("[NAME], we write to [EMAIL] and call [PHONE].", "Siti Rahmawati, we write to siti@contoh.example and call 0812-0000-0001.")]
    [InlineData("What is [EMAIL-9]?", "What is [EMAIL-9]?")]
    public void And_are_put_back(string answered, string shown) => Assert.Equal(shown, Siti().Reveal(answered));

    [Theory]
    [InlineData("Jl. Kaliurang C4\nSleman", "I am in Sleman")]
    [InlineData("Melati/Sleman", "I am in sleman")]
    public void And_however_the_address_on_record_is_written(string address, string said)
    {
        var siti = new Placeholders(null, null, null, address);
        Assert.Equal("I am in [ADDRESS-1]", siti.Conceal(said));
        // What was said is what is put back, and not all that is on record.
        Assert.Equal("We know where " + said["I am in ".Length..] + " is", siti.Reveal("We know where [ADDRESS-1] is"));
    }

    [Theory]
    [InlineData("...")]
    [InlineData("")]
    [InlineData(" ")]
    public void What_is_on_record_and_says_nothing_hides_nothing(string nothing) =>
        Assert.Equal("Apa kabar!", new Placeholders(nothing, nothing, nothing, nothing).Conceal("Apa kabar!"));

    [Fact]
    public void What_was_hidden_of_others_is_put_back_too()
    {
        var siti = Siti();
        var told = siti.Conceal("Mail wati@toko.example or call +62 813 4444 5555");
        Assert.Equal("Mail [EMAIL-3] or call [PHONE-4]", told);
        Assert.Equal("Mail wati@toko.example or call +62 813 4444 5555", siti.Reveal(told));
    }

    // Whatever stands around it: nothing of a name, an address or a number is left.
    [Fact]
    public void Nothing_of_a_person_survives_in_any_sentence()
    {
        var chance = new Random(4711);
        string[] parts = ["Siti", "rahmawati", "siti@contoh.example", "0812-0000-0001", "a.b@c.example", "+6281234567890", "please", "2 GAYO", "OC-261122-0001", "\n", "é", "!"];
        for (var sentence = 0; sentence < 500; sentence++)
        {
            var said = string.Join(' ', Enumerable.Range(0, chance.Next(1, 8)).Select(_ => parts[chance.Next(parts.Length)]));
            var told = Siti().Conceal(said);
            foreach (var trace in new[] { "siti", "rahmawati", "@", "0812", "6281" })
                Assert.DoesNotContain(trace, told, StringComparison.OrdinalIgnoreCase);
        }
    }
}
