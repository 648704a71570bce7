using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Analyzers.Tests;

/// <summary>No construct of the language makes a rule fail: no AD0001, and no PAC9004 either.</summary>
public sealed class RobustnessTests
{
    private const string Everything = """
        using Microsoft.Extensions.Logging;
        using System.Runtime.CompilerServices;
        public record struct Point(int X, int Y);
        public record Person([DataCategory("contact.name")] string Name, Person? Friend);
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get => field; set => field = value?.Trim(); }
            public Customer this[int index] => this;
            public static Customer operator +(Customer left, Customer right) => left;
            public static implicit operator string?(Customer customer) => customer.Email;
            public event Action<Customer>? Changed;
            public void Raise() => Changed?.Invoke(this);
            ~Customer() => Console.WriteLine(Phone?.Length);
        }
        public interface IFinder<T> where T : class { T? Find(string key) => default; static abstract IFinder<T> Make(); }
        public abstract class Base(ILogger log) { protected ILogger Log => log; protected abstract string? Text(Customer customer); }
        public sealed class Everything(ILogger log, Customer first) : Base(log)
        {
            private string? _kept = first.Email?.Length.ToString();
            protected override string? Text(Customer customer) => customer switch
            {
                { Email: null } => null,
                { Email: [var a, .., var z] } => $"{a}{z}",
                { Phone: { Length: > 3 and < 9 } phone } when phone != "x" => phone,
                var other => other,
            };
            public async IAsyncEnumerable<string?> Stream(IAsyncEnumerable<Customer> all, [EnumeratorCancellation] CancellationToken cancel = default)
            {
                await foreach (var one in all.WithCancellation(cancel))
                    yield return one.Email ?? one.Phone;
                await using var x = new System.IO.MemoryStream();
            }
            public IEnumerable<(string? A, int B)> Iterate(List<Customer> all)
            {
                for (int i = 0, j = all.Count; i < j; i++, j--)
                    yield return (all[i][0].Email, i);
                int n = 0;
                again: if (n++ < 3) goto again;
                do { if (n == 2) continue; if (n == 9) break; } while (n-- > 0);
                switch (n) { case 1: goto case 2; case 2: yield break; default: break; }
            }
            public unsafe void Low(Customer customer, Span<char> buffer)
            {
                fixed (char* at = customer.Email) { if (at != null) Console.WriteLine(at[0]); }
                Span<char> some = stackalloc char[8];
                customer.Email.AsSpan()[..2].CopyTo(some);
                ref string? alias = ref _kept; alias = null;
                ReadOnlySpan<char> slice = customer.Phone![1..^1];
                Console.WriteLine(slice.ToString());
            }
            public string Nested(List<Customer> all)
            {
                string Local(Customer c, int depth) => depth > 3 ? c.Email! : Local(c, depth + 1);
                static IEnumerable<int> Numbers() { try { yield return 1; } finally { Console.WriteLine(); } }
                Func<Customer, Func<string?>> curried = c => () => { try { return Local(c, 0); } catch (Exception e) when (e.Message == c.Phone) { throw; } finally { Numbers(); } };
                var query = from c in all
                            let text = c.Email
                            join d in all on c.Phone equals d.Phone into same
                            from s in same.DefaultIfEmpty()
                            group new { text, s } by text into g
                            orderby g.Key descending
                            select new { g.Key, Count = g.Count(), First = g.First().s?.Email };
                foreach (var (key, count, first) in query.Select(q => (q.Key, q.Count, q.First)))
                    Log.LogInformation("{Key} {Count} {First}", count, count, count);
                lock (all) { checked { var sum = all.Sum(c => c.Email!.Length); } }
                using (Log.BeginScope("x")) { }
                dynamic any = all; any.Go(all[0].Email);
                object boxed = all is [var h, .. var rest] ? rest : (object)all;
                (all[0].Email, all[0].Phone) = (all[0].Phone, all[0].Email);
                var (name, friend) = new Person("a", null) with { Friend = null };
                int[] more = [.. Numbers(), 1]; var (x, _) = new Point(1, 2);
                all.ForEach(c => { c.Email ??= c.Phone; c.Phone += "x"; });
                delegate*<int, int> pointer = null;
                return all[0] + all[0] is { } joined ? joined! : throw new InvalidOperationException($"{name,10:N}{friend?.Name}");
            }
            public static void Try(Customer c, out string? email, params ReadOnlySpan<string?> rest)
            {
                try { try { email = c.Email; } finally { email = c.Phone; } } catch (ArgumentException) { email = null; } catch { throw; }
                if (int.TryParse(email, out var n) && n is > 1 or < -1 and not -5) Console.WriteLine(nameof(c.Email) + typeof(Customer) + default(int));
                var t = Task.Run(async () => { await Task.Delay(1); return c.Email; }); t.ContinueWith(static done => done.Result);
                System.Linq.Expressions.Expression<Func<Customer, bool>> e = x => x.Email == "a" && x.Phone!.StartsWith("b");
            }
        }
        public static class Extensions
        {
            extension(Customer customer) { public string? Shown => customer.Email; public void Print() => Console.WriteLine(customer.Id()); }
            public static int Id(this Customer customer) => customer.Email?.Length ?? 0;
        }
        """;

    [Fact]
    public async Task No_construct_breaks_a_rule()
    {
        var compilation = TestCompilation.Create(
            [("Everything.cs", Everything.Replace("public string Nested", "public unsafe string Nested"))], isProgram: false);
        var found = await compilation.WithAnalyzers([.. PolicyRuleTests.All], Options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, one => one.Id is "PAC9004" or "AD0001");
        Assert.Contains(found, one => one.Id == "PAC5001"); // the rules did look at it
    }

    /// <summary>Code that is being typed: cut off anywhere, it breaks no rule.</summary>
    [Fact]
    public async Task No_half_written_code_breaks_a_rule()
    {
        var step = Everything.Length / 40;
        for (var length = step; length < Everything.Length; length += step)
        {
            var found = await TestCompilation.CreateBroken(Everything[..length])
                .WithAnalyzers([.. PolicyRuleTests.All], Options).GetAnalyzerDiagnosticsAsync();
            Assert.DoesNotContain(found, one => one.Id is "PAC9004" or "AD0001");
        }
    }

    private static AnalyzerOptions Options => new(
        [new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)],
        new TestOptions(new Dictionary<string, string>()));
}
