using System.Text.Json;
using PolicyAsCode.Cli.Tests.Sarif;

namespace PolicyAsCode.Cli.Tests;

/// <summary>Code that nobody builds: what is found in it, what is said of the rest, and that nothing of it changes.</summary>
public sealed class ScanTests : IDisposable
{
    private const string Policy = """
        policy: shop
        version: 1
        effective: 2024-06-01
        review-by: 2027-06-01
        controller: { name: Corner Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }

        subjects:
          customer: { clause: SHOP-3.1 }

        data:
          contact.email:
            clause: SHOP-1.3
            of: customer
            for: communication
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: [redacted-in-logs]

        purposes:
          communication: { clause: SHOP-1.3, basis: contract }

        """;

    private const string Bindings = """
        bindings: shop
        namespaces:
          Shop: communication
        types:
          Shop.Customer:
            subject: customer
            members:
              Email: contact.email
        """;

    private readonly TemporaryFolder _folder = new("work");

    public ScanTests()
    {
        _folder.Write("policies/shop.policy.yaml", Policy);
        _folder.Write("policies/shop.bindings.yaml", Bindings);
    }

    [Fact]
    public void Two_projects_are_followed_from_the_one_into_the_other()
    {
        Shop();

        var call = Scan("scan code --no-build --policy shop").MustExit(1);

        Assert.Equal(
            [
                $"{At("code/Web/Mailer.cs", "customer.Email")}: error PAC5001: 'customer.Email' carries contact.email into a log. Corner Shop keeps it out of logs [SHOP-1.3, shop.policy.yaml:11].",
                "",
                "  PAC5001       1  Personal data reaches a log",
                "",
                "2 projects, 2 files: 1 violation, 0 gaps, 0 vacuous statements, 0 waived.",
            ],
            call.Lines);
        Assert.Empty(call.Error);
    }

    [Fact]
    public void Clean_code_is_clean()
    {
        Shop(logged: "customer.Id");

        Assert.Equal(
            ["2 projects, 2 files: 0 violations, 0 gaps, 0 vacuous statements, 0 waived."],
            Scan("scan code --no-build --policy policies/shop.policy.yaml").MustExit(0).Lines);
    }

    [Fact]
    public void It_is_told_in_Indonesian_where_asked_for()
    {
        Shop();

        var call = Scan("scan code --no-build --lang id").MustExit(1);

        Assert.Equal("2 proyek, 2 berkas: 1 pelanggaran, 0 celah, 0 pernyataan kosong, 0 dikecualikan.", call.Lines[^1]);
        Assert.Contains("masuk ke log", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_not_here_is_named_and_the_rest_is_followed()
    {
        Shop(package: """<PackageReference Include="Nobody.Has.This" Version="1.0.0" />""", more: "public Nobody.Has.This.Thing? Thing { get; set; }");

        var call = Scan("scan code --no-build").MustExit(1);

        Assert.Contains("1 package is not in the NuGet cache: Nobody.Has.This. Calls into them were not followed.", call.Lines);
        Assert.Contains("The compiler told 1 error: Web 1. What they are about was followed as far as it could be.", call.Lines);
        Assert.Contains("PAC5001", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_of_the_cache_is_bound_against_with_its_central_version()
    {
        Shop(package: """<PackageReference Include="YamlDotNet" />""", more: "public YamlDotNet.RepresentationModel.YamlNode? Node { get; set; }");
        _folder.Write("code/Directory.Packages.props", """
            <Project>
              <ItemGroup><PackageVersion Include="YamlDotNet" Version="16.3.0" /></ItemGroup>
            </Project>
            """);

        Assert.DoesNotContain("The compiler told", Scan("scan code --no-build").MustExit(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_project_file_is_one_compilation()
    {
        _folder.Write("code/Customer.cs", "namespace Shop { public class Customer { public string? Email { get; set; } } }");
        _folder.Write("code/below/Log.cs", """
            namespace Shop
            {
                public static class Log
                {
                    public static void It(Customer one) => System.Console.WriteLine(one.Email);
                }
            }
            """);

        var call = Scan("scan code --no-build").MustExit(1);

        Assert.StartsWith($"{At("code/below/Log.cs", "one.Email")}: error PAC5001: ", call.Lines[0]);
        Assert.Equal("1 project, 2 files: 1 violation, 0 gaps, 0 vacuous statements, 0 waived.", call.Lines[^1]);
    }

    [Fact]
    public void A_file_with_a_mistake_in_it_does_not_hide_the_others()
    {
        Shop();
        _folder.Write("code/Web/Broken.cs", "namespace Shop; public class Broken { void }");

        var call = Scan("scan code --no-build").MustExit(1);

        Assert.Contains("error PAC5001", call.Out, StringComparison.Ordinal);
        Assert.Contains("The compiler told ", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_code_at_its_own_line()
    {
        Shop(logged: "customer.Id");
        _folder.Write("code/Web/Pages/Index.cshtml", """
            @page
            @using Microsoft.Extensions.Logging
            @model Shop.Customer
            @inject ILogger<Shop.Customer> Log
            @{
                Log.LogInformation(Model.Email);
            }
            """);
        _folder.Write("code/Web/Hello.razor", """
            @using Microsoft.Extensions.Logging
            @inject ILogger<Shop.Customer> Log
            <p>Hello</p>
            @code {
                void Greet(Shop.Customer customer) => Log.LogInformation("Hello {Email}", customer.Email);
            }
            """);

        var call = Scan("scan code --no-build").MustExit(1);

        Assert.StartsWith($"{At("code/Web/Hello.razor", "customer.Email")}: error PAC5001: ", call.Lines[0]);
        Assert.StartsWith($"{At("code/Web/Pages/Index.cshtml", "Model.Email")}: error PAC5001: ", call.Lines[1]);
        Assert.DoesNotContain("passed by", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_and_what_builds_left_behind_are_passed_by()
    {
        Shop(logged: "customer.Id");
        _folder.Write("code/Web/obj/Generated.cs", "this is no C#");
        _folder.Write("code/Tests/Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.0" /></ItemGroup>
            </Project>
            """);
        _folder.Write("code/Tests/Fake.cs", "public class Fake { public string? CustomerEmail { get; set; } }");

        var call = Scan("scan code --no-build").MustExit(0);

        Assert.Equal("Passed by, since they hold tests: 1 project (Tests).", call.Lines[0]);
        Assert.Equal("2 projects, 2 files: 0 violations, 0 gaps, 0 vacuous statements, 0 waived.", call.Lines[^1]);
    }

    [Fact]
    public void What_looks_personal_is_a_gap_and_no_violation()
    {
        Shop(logged: "customer.Id", more: "public string? CustomerEmail { get; set; }");

        var call = Scan("scan code --no-build").MustExit(1);

        Assert.Contains(": error PAC2004: 'CustomerEmail' looks like contact.email", call.Lines[0], StringComparison.Ordinal);
        Assert.Equal("2 projects, 2 files: 0 violations, 1 gap, 0 vacuous statements, 0 waived.", call.Lines[^1]);
    }

    [Fact]
    public void What_a_waiver_silences_is_counted_and_fails_nothing()
    {
        Shop();
        _folder.Write("policies/shop.policy.yaml", Policy + """
            waivers:
              - rule: PAC5001
                at: Shop.Mailer
                because: the mail server has no other trace of a lost message
                approved-by: J. Officer
                until: 2027-01-31
            """);

        var call = Scan("scan code --no-build --sarif out/scan.sarif").MustExit(0);

        Assert.StartsWith($"{At("code/Web/Mailer.cs", "customer.Email")}: note PAC5001: ", call.Lines[0]);
        Assert.EndsWith("(waived by the policy)", call.Lines[0]);
        Assert.Equal("2 projects, 2 files: 0 violations, 0 gaps, 0 vacuous statements, 1 waived.", call.Lines[^1]);
        var result = Assert.Single(Sarif("out/scan.sarif").GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal("accepted", result.GetProperty("suppressions")[0].GetProperty("status").GetString());
        // The day after its last, the policy itself is in error, and nothing is silenced.
        Assert.Contains("error PAC1014", Scan("scan code --no-build --as-of 2027-02-01").MustExit(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_baseline_accepts_is_counted_apart_and_what_is_new_is_not()
    {
        const string Head = "# accepted\n";
        const string Entry = "PAC5001 | M:Shop.Mailer.Send(Shop.Customer) | Shop.Customer.Email > Microsoft.Extensions.Logging.ILogger.LogInformation | ";
        Shop();
        var found = Scan("scan code --no-build --sarif out/all.sarif").MustExit(1);
        _folder.Write("Web.privacy-baseline", Head + Entry + "1\n");

        var call = Scan("scan code --no-build --baseline Web.privacy-baseline --sarif out/scan.sarif").MustExit(0);

        Assert.Equal(["2 projects, 2 files: 0 violations, 0 gaps, 0 vacuous statements, 0 waived, 1 accepted."], call.Lines);
        var result = Assert.Single(Sarif("out/scan.sarif").GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal("(accepted by the baseline)", result.GetProperty("suppressions")[0].GetProperty("justification").GetString());
        Assert.Equal("accepted", result.GetProperty("properties").GetProperty("outcome").GetString());

        // One more of another kind is new, and what two lines accept of which one is left is told.
        _folder.Write("Domain.privacy-baseline", Head + "PAC2004 | P:Shop.Customer.Gone | Shop.Customer.Gone | 2\n");
        Shop(more: "public string? CustomerEmail { get; set; }");
        var more = Scan("scan code --no-build --baseline Web.privacy-baseline --baseline Domain.privacy-baseline").MustExit(1);
        Assert.Contains("error PAC2004", more.Lines[0], StringComparison.Ordinal);
        Assert.Contains("2 findings that the baseline accepts are not there any more.", more.Out, StringComparison.Ordinal);
        Assert.Equal("2 projects, 2 files: 0 violations, 1 gap, 0 vacuous statements, 0 waived, 1 accepted.", more.Lines[^1]);
        Assert.NotEqual(found.Out, more.Out);
    }

    [Fact]
    public void A_promise_and_a_binding_that_match_nothing_are_told_as_vacuous()
    {
        Shop(logged: "customer.Id");
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("purposes:", """
              contact.phone:
                clause: SHOP-1.3
                of: customer
                for: communication
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }

            purposes:
            """.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        _folder.Write("legacy.bindings.yaml", """
            bindings: shop
            types:
              Shop.Supplier: { members: { Phone: contact.phone } }
            """);

        var call = Scan("scan code --no-build --policy shop --bindings legacy.bindings.yaml").MustExit(0);

        Assert.Equal(
            [
                $"{At("legacy.bindings.yaml", "Shop.Supplier")}: note PAC1019: The code that was scanned has no Shop.Supplier: the binding matches nothing.",
                $"{At("policies/shop.policy.yaml", "contact.phone")}: note PAC1019: No code that was scanned is declared to hold contact.phone: this line promises something of data that is not there, or whose members nobody has declared.",
            ],
            call.Lines.Take(2));
        Assert.Equal("2 projects, 2 files: 0 violations, 0 gaps, 2 vacuous statements, 0 waived.", call.Lines[^1]);
    }

    [Fact]
    public void More_bindings_declare_more()
    {
        Shop(logged: "customer.Colour");
        _folder.Write("legacy.bindings.yaml", """
            bindings: shop
            types:
              Shop.Customer: { members: { Colour: contact.email } }
            """);

        Scan("scan code --no-build").MustExit(0);
        Assert.Contains("'customer.Colour' carries contact.email into a log", Scan("scan code --no-build -b legacy.bindings.yaml").MustExit(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_fits_its_schema_and_shows_the_way_of_the_data()
    {
        Shop(package: """<PackageReference Include="Nobody.Has.This" Version="1.0.0" />""");

        Scan("scan code --no-build --sarif out/scan.sarif").MustExit(1);

        var sarif = Sarif("out/scan.sarif");
        var schema = new JsonSchema(JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf("tests/PolicyAsCode.Cli.Tests/Sarif/sarif-2.1.0.schema.json"))).RootElement);
        Assert.Empty(schema.MistakesIn(sarif));
        var run = sarif.GetProperty("runs")[0];
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("violation", result.GetProperty("properties").GetProperty("outcome").GetString());
        var way = result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").EnumerateArray()
            .Select(one => one.GetProperty("location").GetProperty("physicalLocation")).ToList();
        Assert.Equal(["Domain/Customer.cs", "Web/Mailer.cs"], way.Select(one => one.GetProperty("artifactLocation").GetProperty("uri").GetString()).Distinct());
        Assert.Equal("the policy's line", result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Contains(
            "Nobody.Has.This",
            run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_code_is_answered_the_same()
    {
        Shop(more: string.Join("\n", Enumerable.Range(0, 30).Select(i => $"public string? Email{i} {{ get; set; }}")));

        var first = Scan("scan code --no-build --sarif one.sarif").MustExit(1);

        for (var i = 0; i < 3; i++)
            Assert.Equal(first.Out, Scan("scan code --no-build --sarif two.sarif").Out);
        Assert.Equal(File.ReadAllText(_folder.PathOf("one.sarif")), File.ReadAllText(_folder.PathOf("two.sarif")));
    }

    [Fact]
    public void Nothing_of_the_code_changes()
    {
        Shop();
        var before = Snapshot();

        Scan("scan code --no-build").MustExit(1);

        Assert.Equal(before, Snapshot());

        string[] Snapshot() =>
        [
            .. Directory.EnumerateFileSystemEntries(_folder.PathOf("code"), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {(File.Exists(path) ? File.ReadAllText(path) : "")}"),
        ];
    }

    [Fact]
    public void A_policy_with_a_mistake_is_told_as_its_check_does()
    {
        Shop();
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("basis: contract", "basis: contrct", StringComparison.Ordinal));

        var call = Scan("scan code --no-build").MustExit(1);

        Assert.Equal(Scan("check").Out, call.Out);
    }

    [Theory]
    [InlineData("scan nowhere", "There is no file or folder 'nowhere'.")]
    [InlineData("scan", "PATH")]
    [InlineData("scan code --policy shpo --no-build", "Did you mean 'shop'?")]
    [InlineData("scan code --policy policies/none.policy.yaml", "There is no file or folder 'policies/none.policy.yaml'.")]
    [InlineData("scan code --bindings policies/shop.policy.yaml", "'policies/shop.policy.yaml' is no bindings file by its name: that ends with '.bindings.yaml'.")]
    [InlineData("scan code --bindings more.bindings.yaml", "There is no file or folder 'more.bindings.yaml'.")]
    [InlineData("scan code --no-build --baseline policies/shop.policy.yaml", "'policies/shop.policy.yaml' is no baseline: its name would end with '.privacy-baseline'.")]
    [InlineData("scan code --no-build --baseline none.privacy-baseline", "There is no file or folder 'none.privacy-baseline'.")]
    [InlineData("scan empty --no-build", "There is no C# file in 'empty'.")]
    [InlineData("scan empty", "There is no project file in 'empty' to build. Add --no-build")]
    public void A_call_that_cannot_be_followed_says_what_would_mend_it(string words, string expected)
    {
        Shop();
        _folder.Write("empty/readme.txt", "");

        var call = Scan(words).MustExit(2);

        Assert.Contains(expected, call.Error, StringComparison.Ordinal);
        Assert.Empty(call.Out);
    }

    public void Dispose() => _folder.Dispose();

    private Call Scan(string words) => Call.Policy(_folder.Path, words);

    private JsonElement Sarif(string path) => JsonDocument.Parse(File.ReadAllText(_folder.PathOf(path))).RootElement;

    // Where a text stands in a file, the last time, as compilers write it.
    private string At(string file, string text)
    {
        var all = File.ReadAllText(_folder.PathOf(file));
        var start = all.LastIndexOf(text, StringComparison.Ordinal);
        var line = all[..start].Count(letter => letter == '\n') + 1;
        var column = start - all.LastIndexOf('\n', start);
        return $"{file}({line},{column},{line},{column + text.Length})";
    }

    private void Shop(string logged = "customer.Email", string package = "", string more = "")
    {
        _folder.Write("code/Domain/Domain.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            """);
        _folder.Write("code/Domain/Customer.cs", """
            namespace Shop;
            public sealed class Customer
            {
                public int Id { get; set; }
                public string? Email { get; set; }
                public string? Colour { get; set; }
            }
            """);
        _folder.Write("code/Web/Web.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <OutputType>Library</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="..\Domain\Domain.csproj" />
                {package}
              </ItemGroup>
            </Project>
            """);
        _folder.Write("code/Web/Mailer.cs", $$"""
            namespace Shop;
            public sealed class Mailer(ILogger<Mailer> log)
            {
                {{more}}
                public void Send(Customer customer) => log.LogInformation("mail to {Email}", {{logged}});
            }
            """.Replace("\n    \n", "\n\n", StringComparison.Ordinal));
    }
}
