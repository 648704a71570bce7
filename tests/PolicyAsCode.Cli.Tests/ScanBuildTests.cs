using System.Diagnostics;

namespace PolicyAsCode.Cli.Tests;

/// <summary>Code that its own build compiles: what is found in it, and that no tracked file of it changes.</summary>
public sealed class ScanBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new("work");

    public ScanBuildTests()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean.Replace(
            "for: [communication, promotion]", "for: [communication, promotion]\n    protect: [redacted-in-logs]", StringComparison.Ordinal));
        _folder.Write("policies/shop.bindings.yaml", """
            bindings: shop
            namespaces: { Shop: communication }
            types: { Shop.Customer: { subject: customer, members: { Email: contact.email } } }
            """);
        _folder.Write("code/Shop.slnx", """
            <Solution>
              <Project Path="Domain/Domain.csproj" />
              <Project Path="Web/Web.csproj" />
            </Solution>
            """);
        // Written by a step of the build, as no reading of project files would find it.
        _folder.Write("code/Domain/Domain.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <Target Name="WriteCustomer" BeforeTargets="BeforeCompile;CoreCompile">
                <WriteLinesToFile File="$(IntermediateOutputPath)Customer.cs" Overwrite="true"
                  Lines="namespace Shop { public class Customer { public string Email { get %3B set %3B } = string.Empty%3B } }" />
                <ItemGroup><Compile Include="$(IntermediateOutputPath)Customer.cs" /></ItemGroup>
              </Target>
            </Project>
            """);
        _folder.Write("code/Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <OutputType>Library</OutputType>
              </PropertyGroup>
              <ItemGroup><ProjectReference Include="../Domain/Domain.csproj" /></ItemGroup>
            </Project>
            """);
        _folder.Write("code/Web/Mailer.cs", """
            namespace Shop;
            public sealed class Mailer(ILogger<Mailer> log)
            {
                public void Send(Customer customer) => log.LogInformation("mail to {Email}", customer.Email);
            }
            """);
        _folder.Write("code/Web/Pages/Index.cshtml", """
            @page
            @model Shop.Customer
            @inject Microsoft.Extensions.Logging.ILogger<Shop.Customer> Log
            @{ Log.Log(Microsoft.Extensions.Logging.LogLevel.Information, default, Model.Email, null, (text, _) => text); }
            """);
    }

    [Fact]
    public void What_the_build_compiles_is_scanned_and_no_file_of_it_changes()
    {
        // Without a line of it in .gitignore: a build that wrote 'bin' or 'obj' would show.
        Git("init -q");
        Git("add -A");
        Git("-c user.name=T -c user.email=t@example.org commit -q -m code");

        var call = Call.Policy(_folder.Path, "scan code --policy shop --sarif ../scan.sarif").MustExit(1);

        Assert.Equal(2, call.Lines.Count(line => line.Contains(": error PAC5001: ", StringComparison.Ordinal)));
        Assert.StartsWith("code/Web/Mailer.cs(4,", call.Lines[0]);
        Assert.StartsWith("code/Web/Pages/Index.cshtml(4,", call.Lines[1]);
        Assert.Contains("policies/shop.policy.yaml", call.Out, StringComparison.Ordinal); // contact.phone is held by nothing
        Assert.DoesNotContain("The compiler told", call.Out, StringComparison.Ordinal);
        Assert.Equal("", Git("status --porcelain --ignored"));
    }

    [Fact]
    public void A_build_that_fails_is_told_and_what_it_reached_is_scanned()
    {
        _folder.Write("code/Web/Broken.cs", "namespace Shop; public class Broken : Nothing { }");

        var call = Call.Policy(_folder.Path, "scan code --policy shop").MustExit(1);

        Assert.Contains("The build failed, and what it did not reach was not looked at: ", call.Out, StringComparison.Ordinal);
        Assert.Contains("error CS0246", call.Out, StringComparison.Ordinal);
        Assert.Contains("error PAC5001", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_comes_to_nothing_names_the_other_way()
    {
        _folder.Write("code/Shop.slnx", "<Solution><Project Path=\"None/None.csproj\" /></Solution>");

        var call = Call.Policy(_folder.Path, "scan code --policy shop").MustExit(2);

        Assert.StartsWith("error: The build of 'code' came to no compilation. Mend it, or add --no-build", call.Error);
    }

    public void Dispose() => _folder.Dispose();

    private string Git(string words)
    {
        var start = new ProcessStartInfo("git", words) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var answer = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return answer;
    }
}
