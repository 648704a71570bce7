using Microsoft.CodeAnalysis;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Tool.EdgeReachedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class EdgeReachedRuleTests
{
    private const string Shop = """
        using System.Reflection;
        using System.Text.Json;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public sealed class Product { public string? Name { get; set; } }
        public static class Text { [Anonymises(DataForm.Anonymised)] public static string Country(string? text) => "ID"; }

        """;

    [Fact]
    public Task By_reflection() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(PropertyInfo property, FieldInfo field, MethodInfo method, Delegate any)
        {
            public object? Read(Customer c) => c.GetType().GetProperty("Email")!.GetValue([|c|]);
            public object? Field(Customer c) => field.GetValue([|c|]);
            public void Written(Customer c, Product p) => property.SetValue(p, [|c.Email|]);
            public object? Called(Customer c) => method.Invoke(null, [[|c.Email|], 1]);
            public object? On(Customer c) => method.Invoke([|c|], null);
            public object? Named(Customer c) => typeof(Customer).InvokeMember("Email", BindingFlags.GetProperty, null, [|c|], null);
            public object? Made(Customer c) => Activator.CreateInstance(typeof(Product), [|c.Email|]);
            public object? Delegated(Customer c) => any.DynamicInvoke([|c|]);
            public object? Twice(Customer c) => method.Invoke([|c|], [c.Email]);
        }
        """,
        Policies.Shop,
        "'c' hands contact.email to PropertyInfo.GetValue, which finds at run time what it works on: no rule sees what becomes of it "
        + "from here. Write the member by its name, or check by hand.");

    [Fact]
    public Task By_reflection_without_anybody_s_data() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(PropertyInfo property, MethodInfo method)
        {
            public object? Product(Product p) => p.GetType().GetProperty("Name")!.GetValue(p);
            public object? Static() => property.GetValue(null);
            public void Country(Customer c, Product p) => property.SetValue(p, Text.Country(c.Email));
            public void Into(Customer c) => property.SetValue(c, "constant");
            public object? Id(Customer c) => method.Invoke(null, [c.Id]);
            public string? Name(Customer c) => nameof(c.Email) + c.GetType().GetProperty("Email")!.Name;
            public string Json(Customer c) => JsonSerializer.Serialize(c);
        }
        """,
        Policies.Shop);

    [Fact]
    public Task By_dynamic() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service
        {
            public object? Loosened(Customer c) { dynamic any = [|c|]; return any.Email; }
            public void Given(dynamic mailer, Customer c) => mailer.Send([|c.Email|], 1);
            public void Put(dynamic bag, Customer c) => bag.To = [|c.Email|];
            public void Indexed(dynamic bag, Customer c) => bag["to"] = [|c.Email|];
            public void Passed(Customer c) => Take([|c|]);
            public object? Clean(Product p) { dynamic any = p; return any.Name; }
            public void CleanGiven(dynamic mailer, Customer c) => mailer.Send(c.Id, Text.Country(c.Email));
            public void CleanPut(dynamic bag, Customer c) => bag.To = c.Id;
            public void CleanPassed(Customer c) => Take(c.Id);
            private static void Take(dynamic any) => any.Go();
        }
        """,
        Policies.Shop,
        "'c' carries contact.email into what is dynamic: no rule sees what becomes of it from here.");

    [Fact]
    public Task Through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Mapper
        {
            static object? Get(object from, string name) => from.GetType().GetProperty(name)!.GetValue(from);
            static object? Deeper(object from) => Get(from, "Email");
            public object? Leak(Customer c) => Deeper([|c|]);
            public object? Clean(Product p) => Deeper(p);
        }
        """,
        Policies.Shop,
        "'c' hands contact.email by way of Mapper.Deeper, Mapper.Get to PropertyInfo.GetValue");

    [Theory]
    [InlineData("enforce: { default: error }", DiagnosticSeverity.Info)]
    [InlineData("enforce: { default: error, PAC9002: warning }", DiagnosticSeverity.Warning)]
    [InlineData("enforce: { default: error, PAC9002: error }", DiagnosticSeverity.Error)]
    public async Task It_is_a_note_unless_the_policy_names_it(string enforce, DiagnosticSeverity loudness)
    {
        var test = new CSharpAnalyzerTest<PolicyAsCode.Analyzers.Rules.Tool.EdgeReachedRule>();
        test.TestState.Sources.Add(("Shop.cs", Shop + "public class S { public void M(Customer c) { dynamic any = [|c|]; } }"));
        test.TestState.AdditionalFiles.Add(("policies/shop.policy.yaml", Policies.Shop + "\n" + enforce + "\n"));

        Assert.Equal(loudness, Assert.Single(await test.RunAsync()).Severity);
    }
}
