using System.Diagnostics;
using JovaPos.Analysis;
using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>Who is told what they may not know, and where else data ends that nobody thought of.</summary>
[Purpose(Purposes.Transactions)]
public sealed class TalkativeShop(IFortuneTeller teller, IPrinter printer, HttpClient http)
{
    // No recipient of the policy tells fortunes.
    public void ToNobodyKnown(Customer customer) => teller.Tell(customer.Phone); // expect: PAC3006

    // The delivery provider gets an address, and through a helper what was ordered.
    public Task ThroughAHelper(Order order) => LabelAsync(order.Number); // expect: PAC3006

    public Task CleanLabel(Customer customer) => LabelAsync(customer.Name);

    public Task OverTheWire(Customer customer) =>
        http.PostAsJsonAsync("https://crm.example/customers", customer.Name); // expect: PAC3008

    public Task InAnAddress(Customer customer) =>
        http.GetAsync($"https://crm.example/find?phone={customer.Phone}"); // expect: PAC3008, PAC5003

    public static void Refuse(Customer customer) =>
        throw new InvalidOperationException($"{customer.Name} ordered nothing"); // expect: PAC5002

    public static void Trace(Customer customer) => Activity.Current?.SetTag("customer", customer.Phone); // expect: PAC5004

    public static void Remember(Customer customer, HttpResponse response) =>
        response.Cookies.Append("who", customer.Name ?? ""); // expect: PAC5005 JOVA-5.1

    public static void RememberId(Customer customer, HttpResponse response) =>
        response.Cookies.Append("who", $"{customer.Id}");

    private Task LabelAsync(string? line) => printer.PrintAsync(line);
}

/// <summary>Tells customers what they will buy next.</summary>
[Recipient(Recipients.AnalyticsProvider)]
public interface IFortuneTeller
{
    void Tell(string? who);
}

/// <summary>A printer at the delivery provider's.</summary>
[Recipient(Recipients.DeliveryProvider)]
public interface IPrinter
{
    Task PrintAsync(string? line);
}

/// <summary>The policy promises pseudonymised purchases to research, and no others.</summary>
[Purpose(Purposes.Analysis)]
public sealed class OpenStudy(IStudy study)
{
    public void Raw(OrderLine line) => study.Add(line.ProductId); // expect: PAC3007 JOVA-2.5

    public void Clean(PseudonymousPurchase purchase) => study.Add(purchase.ProductId);
}

/// <summary>A study of what is bought together.</summary>
[Recipient(Recipients.ResearchPartner)]
public interface IStudy
{
    void Add(int product);
}
