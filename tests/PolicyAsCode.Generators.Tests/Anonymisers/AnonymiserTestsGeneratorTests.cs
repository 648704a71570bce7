using System.Globalization;
using Microsoft.CodeAnalysis;
using static PolicyAsCode.Generators.Tests.Anonymisers.GeneratedTestsRun;

namespace PolicyAsCode.Generators.Tests.Anonymisers;

/// <summary>The generated tests pass for anonymisers that keep their word, and fail for those that do not.</summary>
public sealed class AnonymiserTestsGeneratorTests
{
    private const string Hash = "Convert.ToHexString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(value)))";

    [Theory]
    [InlineData(Hash)]
    [InlineData("Convert.ToBase64String(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(value)))")]
    [InlineData("value.Length == 0 ? value : \"***\"")]
    [InlineData("value.Contains('@') ? value[value.IndexOf('@')..] : \"(none)\"")] // a pseudonym may keep a domain
    [InlineData("value.Contains('@') ? \"someone\" : throw new ArgumentException(\"no address\")")]
    public async Task A_pseudonymiser_that_keeps_its_word_passes(string body) =>
        Assert.Equal(
            [("P_Of_gives_out_nothing_of_its_input", Passed), ("P_Of_gives_the_same_for_the_same", Passed)],
            Sorted(await ResultsAsync(One("Pseudonymised", body))));

    [Theory]
    [InlineData("value")]
    [InlineData("value.ToUpperInvariant()")]
    [InlineData("\"id:\" + value + \";\"")]
    [InlineData("new string(value.Reverse().ToArray())")]
    [InlineData("Convert.ToBase64String(Encoding.UTF8.GetBytes(value))")]
    [InlineData("Convert.ToBase64String(Encoding.UTF8.GetBytes(\"u:\" + value)).TrimEnd('=').Replace('+', '-').Replace('/', '_')")]
    [InlineData("Convert.ToBase64String(Encoding.Unicode.GetBytes(value))")]
    [InlineData("Convert.ToHexString(Encoding.UTF8.GetBytes(value))")]
    [InlineData("Uri.EscapeDataString(value)")]
    [InlineData("new string(value.Where(char.IsLetterOrDigit).ToArray())")]
    [InlineData("value.Length < 3 ? value : \"***\"")]
    [InlineData("value.Length > 4000 ? value : \"***\"")]
    [InlineData("value.All(char.IsDigit) ? value : \"***\"")]
    [InlineData("value.Contains('@') ? value : \"***\"")]
    [InlineData("value.Any(letter => letter > 0x3000) ? value : \"***\"")]
    public async Task What_gives_out_its_input_fails(string body)
    {
        var results = await ResultsAsync(One("Pseudonymised", body));
        Assert.StartsWith("P.Of is declared to anonymise, and gives out its input: of '", results["P_Of_gives_out_nothing_of_its_input"]);
        Assert.Equal(Passed, results["P_Of_gives_the_same_for_the_same"]);
    }

    [Theory]
    [InlineData("Anonymised")]
    [InlineData("Aggregated")]
    public async Task Beyond_a_pseudonym_no_word_of_the_input_comes_through(string form)
    {
        var domain = await ResultsAsync(One(form, "value.Contains('@') ? value[value.IndexOf('@')..] : \"(none)\""));
        Assert.Contains("gives out its input: of 'rahmawati.wibisana@kotakbiru.id'", Assert.Single(domain).Value);

        var letter = await ResultsAsync(One(form, "value.Length > 3 ? value[..3] + \"***\" : \"\""));
        Assert.Equal([("P_Of_gives_out_nothing_of_its_input", Passed)], Sorted(letter));
    }

    [Theory]
    [InlineData("Guid.NewGuid().ToString()", "public static string Of(string value)")]
    [InlineData("Convert.ToHexString(HMACSHA256.HashData(_own, Encoding.UTF8.GetBytes(value)))", "readonly byte[] _own = RandomNumberGenerator.GetBytes(32); [Anonymises(DataForm.Pseudonymised)] public string Of(string value)")]
    public async Task A_pseudonym_that_changes_fails(string body, string method)
    {
        var results = await ResultsAsync($$"""
            public sealed class P
            {
                {{(method.Contains("[Anonymises", StringComparison.Ordinal) ? "" : "[Anonymises(DataForm.Pseudonymised)]")}}
                {{method}} => {{body}};
            }
            """);
        Assert.Equal(Passed, results["P_Of_gives_out_nothing_of_its_input"]);
        Assert.StartsWith("P.Of is declared to pseudonymise, and gives something else for the same input", results["P_Of_gives_the_same_for_the_same"]);
    }

    [Fact]
    public async Task What_refuses_everything_is_not_called_tested()
    {
        var results = await ResultsAsync(One("Anonymised", "int.Parse(value.Length < 0 ? value : \"x\").ToString()"));
        Assert.StartsWith("P.Of refused every made-up input", Assert.Single(results).Value);
        Assert.Contains("FormatException", Assert.Single(results).Value);
    }

    /// <summary>Each signature in a good and in a bad one: it is called with what counts.</summary>
    [Theory]
    [InlineData("string Of(string? value)", "value!", "\"-\"")]
    [InlineData("string Of(Guid value)", "value.ToString(\"N\")", "\"-\"")]
    [InlineData("string Of(int? value)", "$\"no. {value}\"", "\"-\"")]
    [InlineData("string Of(DateOnly born)", "born.ToString(\"yyyy-MM-dd\")", "born.Year.ToString()")]
    [InlineData("DateTimeOffset Of(DateTimeOffset at)", "at", "new DateTimeOffset(at.Year, 1, 1, 0, 0, 0, TimeSpan.Zero)")]
    [InlineData("string Of(System.Net.IPAddress address)", "address.ToString()", "address.AddressFamily.ToString()")]
    [InlineData("string Of(Uri page)", "page.Query", "page.Scheme", "Anonymised")]
    [InlineData("string Of(System.Net.Mail.MailAddress mail)", "mail.Address", "\"-\"")]
    [InlineData("string Of(ReadOnlySpan<char> value)", "value.ToString()", "\"-\"")]
    [InlineData("ReadOnlySpan<char> Of(string value)", "value.AsSpan()", "\"-\".AsSpan()")]
    [InlineData("byte[] Of(byte[] value)", "value.ToArray()", "SHA256.HashData(value)")]
    [InlineData("byte[] Of(string value, byte[] key)", "Encoding.UTF8.GetBytes(value)", "HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value))")]
    [InlineData("string Of(string value, string theSalt, bool isLong = false)", "theSalt + value", "theSalt")]
    [InlineData("async Task<string> Of(string value, CancellationToken cancel)", "await Task.FromResult(value)", "await Task.FromResult(\"-\")")]
    [InlineData("ValueTask<string> Of(string value)", "ValueTask.FromResult(value)", "ValueTask.FromResult(\"-\")")]
    [InlineData("IReadOnlyList<string> Of(IEnumerable<string> values)", "values.ToList()", "values.Select(value => \"-\").ToList()")]
    [InlineData("int Of(string[] values)", "int.Parse(values.Length > 0 ? \"81234567\" : \"\")", "values.Length")]
    [InlineData("(string, int) Of(string value)", "(value, 1)", "(\"-\", value.Length)")]
    [InlineData("Kept Of(string value)", "new Kept(1, new(value))", "new Kept(1, new(\"-\"))")]
    public async Task Each_signature_is_called(string signature, string bad, string good, string form = "Pseudonymised")
    {
        // One that only refuses, or is not given what it should be, would pass with both.
        if (!bad.StartsWith("int.Parse", StringComparison.Ordinal))
            Assert.Contains("gives out its input", (await ResultsAsync(Code(bad)))["P_Of_gives_out_nothing_of_its_input"]);
        Assert.All(await ResultsAsync(Code(good)), result => Assert.Equal(Passed, result.Value));

        string Code(string body) => $$"""
            public sealed record Part(string Text);
            public sealed record Kept(int Number, Part Part);
            public static class P
            {
                [Anonymises(DataForm.{{form}})]
                public static {{signature.Replace("async ", "async ", StringComparison.Ordinal)}} => {{body}};
            }
            """;
    }

    [Fact]
    public async Task Of_an_object_what_tells_who_somebody_is_must_not_come_through()
    {
        const string Code = """
            public sealed class Customer
            {
                [DataCategory("contact.email")] public string Email { get; init; } = "";
                [DataCategory("transaction.purchase-history")] public string Bought { get; init; } = "";
                public string Shelf { get; init; } = "";
            }
            public static class AnonymiserInputs
            {
                public static IEnumerable<Customer> Customers() =>
                    [new() { Email = "siti.rahma@kotakbiru.id", Bought = "Kopi Gayo 250 g", Shelf = "upper left" }];
            }
            public static class P
            {
                [Anonymises(DataForm.Pseudonymised)] public static object Of(Customer customer) => BODY;
                [Anonymises(DataForm.Pseudonymised)] public static object OfAll(IReadOnlyList<Customer> them) => them.Select(customer => BODY).ToList();
            }
            """;
        Assert.All(
            await ResultsAsync(Code.Replace("BODY", "new { customer.Bought, customer.Shelf }", StringComparison.Ordinal)),
            result => Assert.Equal(Passed, result.Value));
        var leaked = await ResultsAsync(Code.Replace("BODY", "new { customer.Bought, Who = customer.Email }", StringComparison.Ordinal));
        Assert.Contains("of 'siti.rahma@kotakbiru.id'", leaked["P_Of_gives_out_nothing_of_its_input"]);
        Assert.Contains("of 'siti.rahma@kotakbiru.id'", leaked["P_OfAll_gives_out_nothing_of_its_input"]);
    }

    [Fact]
    public async Task Objects_are_made_from_keys_or_by_the_user()
    {
        var results = await ResultsAsync($$"""
            public interface IVault { byte[] Key { get; } }
            public sealed class Vault : IVault { public byte[] Key => new byte[32]; }
            public sealed class Bare { [Anonymises(DataForm.Anonymised)] public string Of(string value) => "-"; }
            public sealed class Keyed(byte[] key, int length = 8) { [Anonymises(DataForm.Pseudonymised)] public string Of(string value) => {{Hash.Replace("s_key", "key", StringComparison.Ordinal)}}[..length]; }
            public sealed class Stored(IVault vault) { [Anonymises(DataForm.Pseudonymised)] public string Of(string value) => {{Hash.Replace("s_key", "vault.Key", StringComparison.Ordinal)}}; }
            public interface IHide { [Anonymises(DataForm.Anonymised)] string Of(string value); }
            internal sealed class Hide : IHide { public string Of(string value) => value; }
            public sealed class Lost(IServiceProvider services) { [Anonymises(DataForm.Anonymised)] public string Of(string value) => services.ToString()!; }
            internal static class AnonymiserInputs
            {
                public static Vault Vault => new();
                public static Hide Hide() => new();
            }
            """);
        Assert.Equal(Passed, results["Bare_Of_gives_out_nothing_of_its_input"]);
        Assert.Equal(Passed, results["Keyed_Of_gives_the_same_for_the_same"]);
        Assert.Equal(Passed, results["Stored_Of_gives_the_same_for_the_same"]);
        Assert.Contains("gives out its input", results["IHide_Of_gives_out_nothing_of_its_input"]);
        Assert.Equal(
            "Lost.Of: no object of Lost can be made, since no constructor takes nothing, or keys only. Make one: in a static class "
                + "AnonymiserInputs of the test project, write 'public static Lost Lost() => new(…)'.",
            results["Lost_Of_is_not_tested"]);
    }

    [Fact]
    public async Task Inputs_of_a_parameters_name_take_the_place_of_the_made_up_ones()
    {
        const string Code = """
            public static class P
            {
                [Anonymises(DataForm.Anonymised)]
                public static string Of(string postcode) => postcode.Length == 5 && postcode.All(char.IsDigit) ? postcode[..2] + "xxx" : throw new FormatException();
            }
            """;
        Assert.Contains("refused every", Assert.Single(await ResultsAsync(Code)).Value);
        var given = await ResultsAsync(Code + "public static class AnonymiserInputs { public static readonly string[] Postcode = [\"55232\", \"10110\"]; }");
        Assert.Equal(Passed, Assert.Single(given).Value);
        var leaking = await ResultsAsync(Code.Replace("[..2] + \"xxx\"", "", StringComparison.Ordinal)
            + "public static class AnonymiserInputs { public static readonly string[] Postcode = [\"55232\", \"10110\"]; }");
        Assert.Contains("of '55232' it makes '55232'", Assert.Single(leaking).Value);
    }

    [Theory]
    [InlineData("public static string Of(Customer customer) => \"-\";", "no input can be made for its parameter 'customer', of type Customer.")]
    [InlineData("public static T Of<T>(T value) => value;", "it is generic")]
    [InlineData("public static void Of(Customer customer) { }", "it returns nothing")]
    [InlineData("public static Task Of(string value) => Task.CompletedTask;", "it returns nothing")]
    [InlineData("public static bool Of(ref string value) => true;", "it takes its data by 'ref'")]
    [InlineData("public static string Of() => \"-\";", "it is given no data")]
    [InlineData("private static string Of(string value) => value;", "the test project cannot see it")]
    public async Task What_no_test_can_call_is_skipped_and_says_what_to_do(string method, string why)
    {
        var results = await ResultsAsync(
            "public sealed record Customer(string Email); public static class P { [Anonymises(DataForm.Anonymised)] " + method + " }");
        var (name, said) = Assert.Single(results);
        Assert.Equal("P_Of_is_not_tested", name);
        Assert.StartsWith("P.Of: " + why, said);
    }

    [Fact]
    public async Task Those_of_a_referenced_project_and_those_that_bindings_name_are_tested()
    {
        var library = Library("""
            namespace Shop;
            public static class Masks
            {
                [Anonymises(DataForm.Anonymised)] public static string Name(string name) => name;
                [Anonymises(DataForm.Anonymised)] internal static string Hidden(string name) => name; // the compiler does not show it to others
                public static string Bound(string name) => name;
                public static string Other(string name) => name;
            }
            """);
        const string Bindings = """
            bindings: shop
            methods:
              Shop.Masks.Bound: { anonymises-to: pseudonymised }
            """;
        foreach (var policy in new[] { "shop", "none" })
        {
            var results = await ResultsAsync("", Bindings, policy: policy, library: library);
            Assert.Equal(
                ["Masks_Bound_gives_out_nothing_of_its_input", "Masks_Bound_gives_the_same_for_the_same",
                    "Masks_Name_gives_out_nothing_of_its_input"],
                results.Keys.Order(StringComparer.Ordinal));
            Assert.Contains("gives out its input", results["Masks_Bound_gives_out_nothing_of_its_input"]);
        }
    }

    [Fact]
    public async Task Overloads_have_tests_of_their_own() => Assert.Equal(
        ["P_Of2_gives_out_nothing_of_its_input", "P_Of_gives_out_nothing_of_its_input"],
        (await ResultsAsync("""
            public static class P
            {
                [Anonymises(DataForm.Anonymised)] public static string Of(string value) => "-";
                [Anonymises(DataForm.Anonymised)] public static string Of(Guid value) => "-";
            }
            """)).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task It_speaks_Indonesian_to_who_asks_for_it() => Assert.StartsWith(
        "P.Of dinyatakan sebagai penganonim, tetapi meloloskan masukannya",
        (await ResultsAsync(One("Pseudonymised", "value"), language: "id"))["P_Of_gives_out_nothing_of_its_input"]);

    [Fact]
    public async Task A_project_that_sees_no_anonymiser_hears_of_it()
    {
        var (name, why) = Assert.Single(await ResultsAsync("public static class P { public static string Anonymise(string value) => value; }"));
        Assert.Equal("No_anonymiser_was_found", name);
        Assert.StartsWith("No method that this project can see is declared to anonymise", why);
    }

    [Fact]
    public void Nothing_is_written_where_nobody_asks() =>
        Assert.Equal(2, Generate(One("Anonymised", "value"), asked: false).SyntaxTrees.Count());

    [Fact]
    public void Without_xunit_the_build_says_what_is_missing()
    {
        var error = Assert.Single(Generate(One("Anonymised", "value"), hasXunit: false).GetDiagnostics(), one => one.Severity == DiagnosticSeverity.Error);
        Assert.Equal("CS1029", error.Id);
        Assert.Contains("Reference xunit.v3", error.GetMessage(CultureInfo.InvariantCulture));
    }

    private static string One(string form, string body) => $$"""
        public static class P
        {
            private static readonly byte[] s_key = Enumerable.Range(0, 32).Select(at => (byte)at).ToArray();
            [Anonymises(DataForm.{{form}})] public static string Of(string value) => {{body}};
        }
        """;

    private static IEnumerable<(string, string)> Sorted(IReadOnlyDictionary<string, string> results) =>
        results.Select(one => (one.Key, one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal);
}
