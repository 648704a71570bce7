using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Language.Tests.Facts;

/// <summary>The text of an assembly's inventory: what is written is read again, and nothing that is read breaks anything.</summary>
public sealed class InventoryFileTests
{
    private static readonly AssemblyInventory s_shop = new("Shop Web", "jova-pos", 12)
    {
        Held =
        [
            new("P:Shop.Customer.Phone", ["contact.phone"]) { Subjects = ["customer", "staff"], IsStored = true },
            new("F:Shop.Cache._last", ["contact.phone", "contact.email"]),
            new("P:Shop.Customer.Email", ["contact.email"]) { Subjects = ["customer"], IsStored = true },
            new("P:Shop.List`1.Item(System.Int32,`0)", ["contact"]),
        ],
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var text = InventoryFile.Write(s_shop);

        var read = InventoryFile.Read(text, out var mistake);

        Assert.Equal(FactsMistake.None, mistake);
        Assert.NotNull(read);
        Assert.Equal(("Shop Web", "jova-pos", 12, true), (read.Assembly, read.Policy, read.Version, read.IsGoverned));
        Assert.Equal(text, InventoryFile.Write(read));
        Assert.Equal(
            s_shop.Held.OrderBy(one => one.Member, StringComparer.Ordinal).Select(one => one.Member),
            read.Held.Select(one => one.Member));
        var phone = read.Held.Single(one => one.Member == "P:Shop.Customer.Phone");
        Assert.True(phone.IsStored);
        Assert.Equal(["customer", "staff"], phone.Subjects);
        var last = read.Held.Single(one => one.Member == "F:Shop.Cache._last");
        Assert.False(last.IsStored);
        Assert.Equal(["contact.email", "contact.phone"], last.Categories);
    }

    [Fact]
    public void The_order_in_which_members_were_found_does_not_matter() =>
        Assert.Equal(
            InventoryFile.Write(s_shop), InventoryFile.Write(s_shop with { Held = [.. s_shop.Held.Reverse()] }));

    [Fact]
    public void A_kind_of_line_that_is_not_known_yet_is_passed_by()
    {
        var text = InventoryFile.Write(s_shop).Replace("h 0 ", "z 1 2 3\nh 0 ");

        Assert.Equal(4, InventoryFile.Read(text, out _)!.Held.Length);
    }

    [Theory]
    [InlineData("", FactsMistake.NotFacts)]
    [InlineData("policy-as-code facts 1\n", FactsMistake.NotFacts)]
    [InlineData("policy-as-code inventory 2\nassembly A\npolicy shop 1\n", FactsMistake.OtherVersion)]
    [InlineData("policy-as-code inventory x\nassembly A\npolicy shop 1\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code inventory 1\nassembly A\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code inventory 1\nassembly \npolicy shop 1\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code inventory 1\nassembly A\npolicy shop\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code inventory 1\nassembly A\npolicy shop 1", FactsMistake.Damaged)]
    [InlineData("policy-as-code inventory 1\nassembly A\npolicy shop 1\nh 1 c s - P:A.B\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code inventory 1\nassembly A\npolicy shop 1\nh 0 c s -\n", FactsMistake.Damaged)]
    public void What_cannot_be_used_is_told(string text, FactsMistake mistake)
    {
        Assert.Null(InventoryFile.Read(text, out var found));
        Assert.Equal(mistake, found);
    }

    [Fact]
    public void No_text_breaks_the_reader()
    {
        var text = InventoryFile.Write(s_shop);
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var characters = text.ToCharArray();
            for (var times = random.Next(1, 6); times > 0; times--)
                characters[random.Next(characters.Length)] = " \n\r-,s09h"[random.Next(9)];
            var broken = new string(characters)[..random.Next(characters.Length)];

            var read = InventoryFile.Read(broken, out var mistake);

            Assert.Equal(read is null, mistake != FactsMistake.None);
        }
    }
}
