using PolicyAsCode.Analyzers.Tests.Verification;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.ConsentNotCheckedRule>;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>What is proved, and what only seems so: exceptions, tasks, lambdas, recursion, several ways to one call.</summary>
public sealed class ProofsOnEveryPathTests
{
    private static Task InPromotionAsync(string members, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(ConsentShop.Campaign(members), ConsentShop.Policy, messages);

    [Theory]
    // clean
    [InlineData("try { consents.Require(c.Id); } finally { GC.Collect(); } Mail.Send(c.Email);")]
    [InlineData("using (Mail.Open()) { consents.Require(c.Id); } Mail.Send(c.Email);")]
    [InlineData("lock (c) { if (!consents.Allows(c.Id)) return; } Mail.Send(c.Email);")]
    [InlineData("void Demand() { if (!consents.Allows(c.Id)) throw new Exception(); } Demand(); Mail.Send(c.Email);")]
    [InlineData("bool May() => consents.Allows(c.Id); if (May()) Mail.Send(c.Email);")]
    [InlineData("bool May(Customer one) { if (one.Id == default) return false; return consents.Allows(one.Id); } if (!May(c)) return; Mail.Send(c.Email);")]
    [InlineData("if (consents.Allows(c.Id) is bool b && b) Mail.Send(c.Email);")]
    [InlineData("if (consents?.Allows(c.Id) == true) Mail.Send(c.Email);")]
    [InlineData("if (consents?.Allows(c.Id) ?? false) Mail.Send(c.Email);")]
    [InlineData("bool may; try { may = consents.Allows(c.Id); } catch (Exception) { may = false; } if (may) Mail.Send(c.Email);")]
    [InlineData("bool may; try { may = consents.Allows(c.Id); } catch (Exception) { return; } if (may) Mail.Send(c.Email);")]
    [InlineData("var may = consents.Allows(c.Id); may &= c.Id != default; if (may) Mail.Send(c.Email);")]
    [InlineData("var may = c.Id != default; may = may && consents.Allows(c.Id); if (may) Mail.Send(c.Email);")]
    [InlineData("var text = consents.Allows(c.Id) switch { true => c.Email, false => null }; Mail.Send(text);")]
    [InlineData("var text = c.Id == default ? null : !consents.Allows(c.Id) ? null : c.Email; Mail.Send(text);")]
    [InlineData("if (!consents.Allows(c.Id)) goto end; Mail.Send(c.Email); end: return;")]
    [InlineData("if (!consents.Allows(c.Id)) { Mail.Go(); Fail(); } Mail.Send(c.Email);")]
    [InlineData("if (consents.Allows(c.Id) && consents.Looks(c.Id) && c.Email is { Length: > 3 } e) Mail.Send(e);")]
    [InlineData("consents.RequireAsync(c.Id).GetAwaiter().GetResult(); Mail.Send(c.Email);")]
    [InlineData("consents.RequireAsync(c.Id).Wait(); Mail.Send(c.Email);")]
    [InlineData("var task = consents.AllowsAsync(c.Id); task.Wait(); if (task.Result) Mail.Send(c.Email);")]
    // not proved on some way
    [InlineData("bool may = false; Action a = () => may = true; may = consents.Allows(c.Id); a(); if (may) Mail.Send([|c.Email|]);")]
    [InlineData("bool may = consents.Allows(c.Id); void Set() { may = true; } Set(); if (may) Mail.Send([|c.Email|]);")]
    [InlineData("bool may = consents.Allows(c.Id); ref bool alias = ref may; alias = true; if (may) Mail.Send([|c.Email|]);")]
    [InlineData("bool may = consents.Allows(c.Id); while (true) { try { if (c.Id == default) break; } finally { may = true; } may = consents.Allows(c.Id); } if (may) Mail.Send([|c.Email|]);")]
    [InlineData("bool may = false; try { may = true; Mail.Go(); may = consents.Allows(c.Id); } catch (Exception) { } if (may) Mail.Send([|c.Email|]);")]
    [InlineData("_ = consents.RequireAsync(c.Id); Mail.Send([|c.Email|]);")]
    [InlineData("bool may = (Inverted)consents.Allows(c.Id); if (may) Mail.Send([|c.Email|]);")]
    [InlineData("try { if (!consents.Allows(c.Id)) throw new Exception(); } catch (Exception) when (c.Id == default) { } Mail.Send([|c.Email|]);")]
    [InlineData("try { consents.Require(c.Id); } catch { } finally { Mail.Send([|c.Email|]); }")]
    [InlineData("for (var i = 0; i < 3; i++) { if (i == 1) { Mail.Send([|c.Email|]); } if (i == 0) consents.Require(c.Id); }")]
    [InlineData("var i = 0; again: if (i > 0) Mail.Send([|c.Email|]); i++; if (i == 1) { if (consents.Looks(c.Id)) goto again; consents.Require(c.Id); goto again; }")]
    [InlineData("if (consents.Allows(c.Id) is true or false) Mail.Send([|c.Email|]);")]
    [InlineData("if (consents.Allows(c.Id) is var b) Mail.Send([|c.Email|]);")]
    [InlineData("bool? may = null; may ??= consents.Allows(c.Id); if (may != false) Mail.Send([|c.Email|]);")]
    [InlineData("bool? may = consents.Allows(c.Id); if (may.HasValue) Mail.Send([|c.Email|]);")]
    [InlineData("(bool may, int n) = (consents.Allows(c.Id), 1); (may, n) = (n == 1, 2); if (may) Mail.Send([|c.Email|]);")]
    [InlineData("Func<bool> may = () => consents.Allows(c.Id); if (may()) Mail.Send(null); Mail.Send([|c.Email|]);")]
    [InlineData("Action demand = () => consents.Require(c.Id); Mail.Send([|c.Email|]);")]
    [InlineData("var all = new[] { c }; all.ToList().ForEach(one => consents.Require(one.Id)); Mail.Send([|c.Email|]);")]
    [InlineData("bool Odd(int n) => n == 0 ? true : Even(n - 1); bool Even(int n) => n == 0 ? consents.Allows(c.Id) : Odd(n - 1); if (Even(4)) Mail.Send([|c.Email|]);")]
    [InlineData("consents?.Require(c.Id); Mail.Send([|c.Email|]);")]
    [InlineData("System.Diagnostics.Debug.Assert(consents.Allows(c.Id)); Mail.Send([|c.Email|]);")]
    [InlineData("var may = consents.Allows(c.Id) ^ true; if (may) Mail.Send([|c.Email|]);")]
    [InlineData("void Demand() { if (c.Id == default) return; consents.Require(c.Id); } Demand(); Mail.Send([|c.Email|]);")]
    [InlineData("void Demand() => consents.Require(c.Id); Action later = Demand; Mail.Send([|c.Email|]);")]
    [InlineData("bool May() { try { return consents.Allows(c.Id); } finally { Mail.Go(); } } if (May()) Mail.Send(c.Email);")]
    [InlineData("bool May() { try { consents.Require(c.Id); return true; } catch { return true; } } if (May()) Mail.Send([|c.Email|]);")]
    public Task Local(string body) => InPromotionAsync($"public void Run(Customer c) {{ {body} }}");

    [Theory]
    // clean
    [InlineData("bool May(Customer c, int n) => n == 0 ? consents.Allows(c.Id) : May(c, n - 1); public void Run(Customer c) { if (May(c, 3)) Mail.Send(c.Email); }")]
    [InlineData("bool A(Customer c, int n) => n == 0 ? consents.Allows(c.Id) : B(c, n - 1); bool B(Customer c, int n) => A(c, n); public void Run(Customer c) { if (A(c, 3)) Mail.Send(c.Email); if (B(c, 3)) Mail.Send(c.Email); }")]
    [InlineData("Customer c = null!; bool May => consents.Allows(c.Id); public void Run() { if (May) Mail.Send(c.Email); }")]
    [InlineData("void Demand(Customer c) { using var x = Mail.Open(); if (!consents.Allows(c.Id)) throw new Exception(); } public void Run(Customer c) { Demand(c); Mail.Send(c.Email); }")]
    [InlineData("void Demand(Customer c) { try { consents.Require(c.Id); } catch (Exception) { throw; } } public void Run(Customer c) { Demand(c); Mail.Send(c.Email); }")]
    [InlineData("async Task DemandAsync(Customer c) { if (!await consents.AllowsAsync(c.Id)) throw new Exception(); } public async Task Run(Customer c) { await DemandAsync(c); Mail.Send(c.Email); }")]
    [InlineData("Task DemandAsync(Customer c) => consents.RequireAsync(c.Id); public async Task Run(Customer c) { await DemandAsync(c); Mail.Send(c.Email); }")]
    [InlineData("Task<bool> MayAsync(Customer c) => consents.AllowsAsync(c.Id); public async Task Run(Customer c) { if (!await MayAsync(c)) return; Mail.Send(c.Email); }")]
    [InlineData("public async Task Run(Customer c) { await consents.RequireAsync(c.Id).ConfigureAwait(false); Mail.Send(c.Email); }")]
    [InlineData("public async Task Run(Customer c) { var asked = consents.RequireAsync(c.Id); await Task.Yield(); await asked; Mail.Send(c.Email); }")]
    [InlineData("static string Head(Customer c) => c.Email is null ? \"\" : c.Email; public void Run(Customer c) { if (consents.Allows(c.Id)) Mail.Send(Head(c)); }")]
    [InlineData("void Write(Customer c) { if (c.Email == null) return; if (!consents.Allows(c.Id)) return; Mail.Send(c.Email); } public void Run(Customer c) => Write(c);")]
    [InlineData("string? Address(Customer c) => c.Email; public void Run(Customer c) { if (consents.Allows(c.Id)) Mail.Send(Address(c)); }")]
    // not proved on some way
    [InlineData("void Write(Customer c) { if (c.Email == null) return; Mail.Send(c.Email); } public void Run(Customer c) => [|Write(c)|];")]
    [InlineData("async Task DemandAsync(Customer c) { if (!await consents.AllowsAsync(c.Id)) throw new Exception(); } public void Run(Customer c) { _ = DemandAsync(c); Mail.Send([|c.Email|]); }")]
    [InlineData("async void Demand(Customer c) { await Task.Yield(); consents.Require(c.Id); } public void Run(Customer c) { Demand(c); Mail.Send([|c.Email|]); }")]
    [InlineData("IEnumerable<int> Demand(Customer c) { consents.Require(c.Id); yield return 1; } public void Run(Customer c) { Demand(c); Mail.Send([|c.Email|]); }")]
    [InlineData("void Demand(Customer c) { try { consents.Require(c.Id); } catch (Exception) { } } public void Run(Customer c) { Demand(c); Mail.Send([|c.Email|]); }")]
    [InlineData("static void Stop(bool x) { if (x) return; throw new Exception(); } public void Run(Customer c) { if (!consents.Allows(c.Id)) Stop(true); Mail.Send([|c.Email|]); }")]
    [InlineData("bool A(Customer c, int n) => n == 0 ? consents.Allows(c.Id) : B(c, n - 1); bool B(Customer c, int n) => n == 1 || A(c, n); public void Run(Customer c) { if (A(c, 3)) Mail.Send([|c.Email|]); if (B(c, 3)) Mail.Send([|c.Email|]); }")]
    [InlineData("bool A(Customer c, int n) => B(c, n) && consents.Allows(c.Id); bool B(Customer c, int n) => n == 1 || C(c, n); bool C(Customer c, int n) => A(c, n - 1); public void Run(Customer c) { if (A(c, 3)) Mail.Send(c.Email); if (B(c, 3)) Mail.Send([|c.Email|]); if (C(c, 3)) Mail.Send(c.Email); }")]
    [InlineData("public virtual bool May(Customer c) => consents.Allows(c.Id); public class Sub() : Campaign(null!) { public override bool May(Customer c) => true; } public void Run(Customer c) { if (May(c)) Mail.Send([|c.Email|]); }")]
    [InlineData("public interface IMay { bool May(IConsents x, Customer c) => x.Allows(c.Id); } public class Yes : IMay { public bool May(IConsents x, Customer c) => true; } public void Run(IMay m, Customer c) { if (m.May(consents, c)) Mail.Send([|c.Email|]); }")]
    [InlineData("public interface IMay { bool May(IConsents x, Customer c) => x.Allows(c.Id); } public class Yes : IMay { } public void Run(IMay m, Customer c) { if (m.May(consents, c)) Mail.Send(c.Email); }")]
    [InlineData("void Out(Customer c, out bool may) { may = true; } public void Run(Customer c) { var may = consents.Allows(c.Id); Out(c, out may); if (may) Mail.Send([|c.Email|]); }")]
    public Task Members(string members) => InPromotionAsync(members);

    [Theory]
    [InlineData("public static class H { public static void Both(Customer c) { C.Write(c); P.Write(c); } } public static class P { [Purpose(\"promotion\")] internal static void Write(Customer c) => Mail.Send([|c.Email|]); } public static class C { [Purpose(\"communication\")] public static void Write(Customer c) => Mail.Send(c.Email); }")]
    [InlineData("public static class H { public static void Both(Customer c) { [|Promo(c)|]; Comm(c); } [Purpose(\"promotion\")] static void Promo(Customer c) => Mail.Send(c.Email); [Purpose(\"communication\")] static void Comm(Customer c) => Mail.Send(c.Email); }")]
    [InlineData("public static class H { public static void Run(Customer c) => [|Both(c)|]; static void Both(Customer c) { Comm(c); Promo(c); } [Purpose(\"promotion\")] static void Promo(Customer c) => Mail.Send(c.Email); [Purpose(\"communication\")] static void Comm(Customer c) => Mail.Send(c.Email); }")]
    [InlineData("public class Card { public Card(Customer c) { Mail.Send(c.Email); } } public class H { [Purpose(\"promotion\")] public void Run(Customer c) { _ = [|new Card(c)|]; } }")]
    [InlineData("public static class Letters { public static string Head(Customer c) => c.Email != null ? c.Email : \"\"; } public class H { [Purpose(\"promotion\")] public string Run(Customer c) => [|Letters.Head(c)|]; }")]
    [InlineData("public static class Letters { extension(Customer c) { public string? Head => c.Email; public string? Tail() => c.Email; } } public class H { [Purpose(\"promotion\")] public string? Run(Customer c) => [|c.Head|] + [|c.Tail()|]; }")]
    [InlineData("public class H { [Purpose(\"promotion\")] public void Run(Customer c, Dictionary<string, int> d, int[] n) { d[[|c.Email|]!] = 1; n[[|c.Email|]!.Length] = 2; } }")]
    [InlineData("public class H { static ref int At(string? s) => throw new Exception(); [Purpose(\"promotion\")] public void Run(Customer c) { At([|c.Email|]) = 1; } }")]
    [InlineData("public record R(Customer C) { public string? Head => C.Email; } public class H { [Purpose(\"promotion\")] public string? Run(R r) => [|r.Head|]; }")]
    [InlineData("public class T<X> { public string? Head(Customer c, X x) => c.Email; } public class H { [Purpose(\"promotion\")] public string? Run(Customer c) => [|new T<int>().Head(c, 1)|]; }")]
    public Task Types(string types) => Verify.VerifyAnalyzerAsync(ConsentShop.Code + types, ConsentShop.Policy);

    [Theory]
    // clean
    [InlineData("foreach (var c in all.Where(x => consents.Allows(x.Id))) Mail.Send(c.Email);")]
    [InlineData("var yes = all.Where(x => consents.Allows(x.Id)).ToList(); foreach (var c in yes) Mail.Send(c.Email);")]
    [InlineData("var yes = all.Where(x => x.Phone != null).Where(x => consents.Allows(x.Id)).OrderBy(x => x.Id).Take(5); foreach (var c in yes) Mail.Send(c.Email);")]
    [InlineData("foreach (var mail in all.Where(x => consents.Allows(x.Id)).Select(x => x.Email)) Mail.Send(mail);")]
    [InlineData("foreach (var c in from x in all where consents.Allows(x.Id) select x) Mail.Send(c.Email);")]
    [InlineData("foreach (var mail in from x in all where consents.Allows(x.Id) select x.Email) Mail.Send(mail);")]
    [InlineData("all.Where(x => consents.Allows(x.Id)).ToList().ForEach(x => Mail.Send(x.Email));")]
    [InlineData("foreach (var c in all.Where(x => x.Id != default && consents.Allows(x.Id))) Mail.Send(c.Email);")]
    [InlineData("foreach (var c in all) { if (!consents.Allows(c.Id)) continue; Mail.Send(c.Email); }")]
    [InlineData("all.RemoveAll(x => !consents.Allows(x.Id)); foreach (var c in all) Mail.Send(c.Email);")]
    [InlineData("var yes = all.ToList(); yes.RemoveAll(x => !consents.Allows(x.Id)); foreach (var c in yes) Mail.Send(c.Email);")]
    [InlineData("var yes = new List<Customer>(); foreach (var x in all) if (consents.Allows(x.Id)) yes.Add(x); foreach (var c in yes) Mail.Send(c.Email);")]
    [InlineData("List<Customer> yes = []; foreach (var x in all) { if (!consents.Allows(x.Id)) continue; yes.Add(x); } foreach (var c in yes) Mail.Send(c.Email);")]
    [InlineData("foreach (var c in Willing(all)) Mail.Send(c.Email);")]
    [InlineData("foreach (var c in WillingOnes(all)) Mail.Send(c.Email);")]
    [InlineData("foreach (var c in all.Where(MayMail)) Mail.Send(c.Email);")]
    [InlineData("bool May(Customer x) => consents.Allows(x.Id); foreach (var c in all.Where(May)) Mail.Send(c.Email);")]
    [InlineData("if (all.All(x => consents.Allows(x.Id))) foreach (var c in all) Mail.Send(c.Email);")]
    [InlineData("if (!consents.Allows(all[0].Id)) Ending.Stop(); Mail.Send(all[0].Email);")]
    // not proved
    [InlineData("foreach (var c in all.Where(x => !consents.Allows(x.Id))) Mail.Send([|c.Email|]);")]
    [InlineData("foreach (var c in all.Where(x => x.Id != default || consents.Allows(x.Id))) Mail.Send([|c.Email|]);")]
    [InlineData("foreach (var c in all.Where(x => consents.Looks(x.Id))) Mail.Send([|c.Email|]);")]
    [InlineData("foreach (var c in all.Where(x => consents.Allows(x.Id))) Mail.Go(); foreach (var c in all) Mail.Send([|c.Email|]);")]
    [InlineData("foreach (var c in all.Where(x => consents.Allows(x.Id)).Concat(all)) Mail.Send([|c.Email|]);")]
    [InlineData("foreach (var c in all.Except(all.Where(x => consents.Allows(x.Id)))) Mail.Send([|c.Email|]);")]
    [InlineData("var yes = all.Where(x => consents.Allows(x.Id)).ToList(); yes.Add(all[0]); foreach (var c in yes) Mail.Send([|c.Email|]);")]
    [InlineData("var yes = all.Where(x => consents.Allows(x.Id)).ToList(); if (yes.Count == 0) yes = all; foreach (var c in yes) Mail.Send([|c.Email|]);")]
    [InlineData("var yes = all.ToList(); yes.RemoveAll(x => consents.Allows(x.Id)); foreach (var c in yes) Mail.Send([|c.Email|]);")]
    [InlineData("var yes = new List<Customer>(); foreach (var x in all) { if (consents.Allows(x.Id)) Mail.Go(); yes.Add(x); } foreach (var c in yes) Mail.Send([|c.Email|]);")]
    [InlineData("var yes = new List<Customer>(); Fill(yes); foreach (var c in yes) Mail.Send([|c.Email|]);")]
    [InlineData("foreach (var c in Unwilling(all)) Mail.Send([|c.Email|]);")]
    [InlineData("if (all.Any(x => consents.Allows(x.Id))) foreach (var c in all) Mail.Send([|c.Email|]);")]
    [InlineData("all.Select(x => consents.Allows(x.Id)).ToList(); foreach (var c in all) Mail.Send([|c.Email|]);")]
    [InlineData("if (!consents.Allows(all[0].Id)) Ending.Go(); Mail.Send([|all[0].Email|]);")]
    public Task Elements(string body) => InPromotionAsync(
        $$"""
        bool MayMail(Customer x) => consents.Allows(x.Id);
        IEnumerable<Customer> Willing(List<Customer> from) => from.Where(x => consents.Allows(x.Id));
        IEnumerable<Customer> WillingOnes(List<Customer> from) { foreach (var x in from) if (consents.Allows(x.Id)) yield return x; }
        IEnumerable<Customer> Unwilling(List<Customer> from) { foreach (var x in from) { if (consents.Allows(x.Id)) Mail.Go(); yield return x; } }
        static void Fill(List<Customer> into) => into.Add(new());
        static class Ending
        {
            [System.Diagnostics.CodeAnalysis.DoesNotReturn] public static void Stop() => Environment.FailFast("");
            public static void Go() { }
        }
        public void Run(List<Customer> all) { {{body}} }
        """);
}
