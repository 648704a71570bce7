using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Language.Tests.Facts;

/// <summary>The text of an assembly's facts: what is written is read again, and nothing that is read breaks anything.</summary>
public sealed class FactsFileTests
{
    private static readonly string[] s_names =
    [
        "M:Shop.Notes.Write(System.String)", "M:Shop.Notes.Write(System.String,System.Int32)", "M:Shop.Notes.#ctor",
        "M:Shop.Deep.List`1.Pass``1(``0,`0[0:,0:])", "F:Shop.Cache._last", "P:Shop.Customer.Email", "contact.email",
        "contact.phone", "payment.card-number", "communication", "promotion", "consent", "age", "payment-provider",
        "api.example", "Log", "Http", "M:Héllo.Wörld(System.Char*)", "Other!M:A.B", "M:A.op_Implicit(A)~System.Boolean",
    ];

    [Fact]
    public void What_is_written_is_read_again()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var facts = new Maker(new(seed)).Facts();
            var text = FactsFile.Write(facts);

            var read = FactsFile.Read(text, out var mistake);

            Assert.True(read is not null, $"Seed {seed}: {mistake}\n{text}");
            Assert.Equal(text, FactsFile.Write(read));
            Assert.Equal(Canonical(facts), Canonical(read));
        }
    }

    [Fact]
    public void Neither_the_order_nor_the_culture_of_the_writer_matters()
    {
        var facts = new Maker(new(7)).Facts();
        var text = FactsFile.Write(facts);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("ar-SA");
            Assert.Equal(text, FactsFile.Write(facts with { Methods = [.. facts.Methods.Reverse()] }));
            Assert.NotNull(FactsFile.Read(text.Replace("\n", "\r\n"), out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("", FactsMistake.NotFacts)]
    [InlineData("facts of something else", FactsMistake.NotFacts)]
    [InlineData("policy-as-code facts 2\nassembly Shop\n", FactsMistake.OtherVersion)]
    [InlineData("policy-as-code facts one\nassembly Shop\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop\nm 0\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop\n=0 M:A\nr 0\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop\n=0 M:A\nm 0\nr 64\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop\n=5 M:A\nm 0\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop\n=0 M:A\nm 0\nx 0\n", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop\n=0 M:A\nm 0\nr 0", FactsMistake.Damaged)]
    [InlineData("policy-as-code facts 1\nassembly Shop\n", FactsMistake.None)]
    [InlineData("policy-as-code facts 1\nassembly Shop\n=0 M:A\nm 0\nr 0\n", FactsMistake.None)]
    public void What_cannot_be_used_says_why(string text, FactsMistake expected)
    {
        var facts = FactsFile.Read(text, out var mistake);
        Assert.Equal(expected, mistake);
        Assert.Equal(expected == FactsMistake.None, facts is not null);
    }

    [Fact]
    public void No_text_breaks_the_reader()
    {
        const string letters = "=0123456789mirogpsdub,#~^- \n\r!M:A.\u0000é";
        var refused = 0;
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var text = FactsFile.Write(new Maker(random).Facts()).ToCharArray().ToList();
            for (var change = random.Next(1, 6); change > 0 && text.Count > 0; change--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(4))
                {
                    case 0:
                        text.RemoveAt(at);
                        break;
                    case 1:
                        text.Insert(at, letters[random.Next(letters.Length)]);
                        break;
                    case 2:
                        text[at] = letters[random.Next(letters.Length)];
                        break;
                    default:
                        text.RemoveRange(at, Math.Min(text.Count - at, random.Next(40)));
                        break;
                }
            }
            var facts = FactsFile.Read(new([.. text]), out var mistake);
            Assert.Equal(mistake == FactsMistake.None, facts is not null);
            refused += facts is null ? 1 : 0;
        }
        Assert.InRange(refused, 5_000, 19_999);
    }

    [Fact]
    public void A_file_that_grows_in_the_reading_is_refused()
    {
        var names = string.Concat(Enumerable.Range(1, 100_000).Select(i => $"={Math.Min((i - 1) * 3, 4000)} abc\n"));
        Assert.Null(FactsFile.Read("policy-as-code facts 1\nassembly Shop\n" + names, out var mistake));
        Assert.Equal(FactsMistake.Damaged, mistake);
    }

    // Lists are sets, but for the steps of a path.
    private static string Canonical(AssemblyFacts facts) => JsonSerializer.Serialize(new
    {
        facts.Assembly,
        Members = facts.Members.Select(member => JsonSerializer.Serialize(new { member.Member, Held = Canonical(member.Held) })).Order(),
        Methods = facts.Methods.OrderBy(method => method.Method, StringComparer.Ordinal).Select(method => new
        {
            method.Method,
            RunsFor = Set(method.RunsFor),
            Returned = method.Returned is { } returned ? Canonical(returned) : "assumed",
            Outs = method.Outs.Select(one => one.Ordinal + Canonical(one.Held)).Order(),
            Passages = method.Passages.Select(Canonical).Order().Distinct(),
            Disclosed = method.Disclosed.Select(Canonical).Order().Distinct(),
            Deposits = method.Deposits.Select(one => JsonSerializer.Serialize(new { Data = Canonical(one.Data), one.Member, one.Path })).Order().Distinct(),
            Uses = method.Uses.Select(one => JsonSerializer.Serialize(one with
            {
                Categories = Set(one.Categories), Purposes = Set(one.Purposes), Proved = Set(one.Proved),
            })).Order().Distinct(),
            Proof = method.Proof is { } proof
                ? JsonSerializer.Serialize(new[] { Set(proof.Always), Set(proof.WhenTrue), Set(proof.WhenFalse) })
                : "",
        }),
    });

    private static string Canonical(PassageFacts passage) => JsonSerializer.Serialize(passage with
    {
        Data = DataFacts.None, Kinds = Set(passage.Kinds), Purposes = Set(passage.Purposes),
    }) + Canonical(passage.Data);

    private static string Canonical(DataFacts data) => JsonSerializer.Serialize(data with
    {
        Raw = Set(data.Raw), Pseudonymised = Set(data.Pseudonymised), Aggregated = Set(data.Aggregated),
    });

    private static ImmutableArray<string> Set(ImmutableArray<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private sealed class Maker(Random random)
    {
        public AssemblyFacts Facts() => new("Shop")
        {
            Members = [.. Some(() => new MemberFacts(Name(), Data()))],
            Methods = [.. Names().Distinct().Select(Method)],
        };

        private MethodFacts Method(string name) => new(name)
        {
            RunsFor = Names(),
            Returned = random.Next(2) == 0 ? null : Data(),
            Outs = [.. Some(() => new OutFacts(random.Next(5), Data()))],
            Passages = [.. Some(Passage)],
            Disclosed = [.. Some(Passage)],
            Deposits = [.. Some(() => new DepositFacts(Data(), Name()) { Path = Names() })],
            Uses =
            [
                .. Some(() => new UseFacts(Name())
                {
                    Categories = Names(), Purposes = Names(), Proved = Names(), Path = Names(),
                    IsCopy = random.Next(2) == 0, IsPresenceTest = random.Next(2) == 0,
                }),
            ],
            Proof = random.Next(2) == 0 ? null : new(Names(), Names(), Names()),
        };

        private PassageFacts Passage() => new(Data(), Name())
        {
            Kinds = [.. Some(() => ((SinkKind)random.Next(7)).ToString())],
            Recipient = random.Next(2) == 0 ? null : Name(),
            Host = random.Next(2) == 0 ? null : Name(),
            Purposes = Names(),
            Path = Names(),
        };

        private DataFacts Data() => new()
        {
            FromRaw = Bits(), FromPseudonymised = Bits(), FromAggregated = Bits(),
            Raw = Names(), Pseudonymised = Names(), Aggregated = Names(),
        };

        private ulong Bits() => random.Next(3) == 0 ? (ulong)random.NextInt64() << 1 : 0;

        private string Name() => s_names[random.Next(s_names.Length)];

        private ImmutableArray<string> Names() => [.. Some(Name)];

        private IEnumerable<T> Some<T>(Func<T> make)
        {
            for (var count = random.Next(4); count > 0; count--)
                yield return make();
        }
    }
}
