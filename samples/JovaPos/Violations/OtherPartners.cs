using JovaPos.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Violations;

/// <summary>One step past what each recipient gets: the same data for another purpose, or other data.</summary>
[Purpose(Purposes.Transactions)]
public sealed class OtherPartners(ICourier courier, ITill till)
{
    public void Parcel(Order order) => courier.Take(order.Number); // expect: PAC3006 JOVA-2.1

    public void Payer(Customer customer) => till.Charge(customer.Name); // expect: PAC3006 JOVA-2.10

    public void Clean(Customer customer) => courier.Take(customer.Address);
}

/// <summary>Promotion together with others.</summary>
[Purpose(Purposes.Promotion)]
public sealed class OtherPromotions(IPartner partner, IOther other, IConsents consents)
{
    public async Task BasketAsync(Customer customer, Order order)
    {
        if (await consents.IsGivenAsync(Subjects.Customer, customer.Id.ToString(), Purposes.Promotion))
            partner.Tell($"{order.TotalRupiah}"); // expect: PAC3006 JOVA-2.2
    }

    public void Unasked(Customer customer) => other.Tell(customer.Email); // expect: PAC3003 JOVA-2.7

    [Purpose(Purposes.Communication)]
    public void News(Customer customer) => other.Tell(customer.Email); // expect: PAC3006 JOVA-2.7

    public async Task CleanAsync(Customer customer)
    {
        if (await consents.IsGivenAsync(Subjects.Customer, customer.Id.ToString(), Purposes.Promotion))
            other.Tell(customer.Email);
    }
}

/// <summary>Those whom the law, an adviser's profession or the fight against fraud brings in.</summary>
public sealed class OtherOffices(IClerk clerk, ILawyer lawyer, IWatch watch)
{
    [Purpose(Purposes.Communication)]
    public void Gossip(Customer customer) => clerk.Tell(customer.Name); // expect: PAC3006 JOVA-2.3

    [Purpose(Purposes.LegalCompliance)]
    public void Files(Customer customer) => lawyer.Read(customer.Email); // expect: PAC3006 JOVA-2.6

    [Purpose(Purposes.FraudPrevention)]
    public void Names(Customer customer) => watch.Warn(customer.Name); // expect: PAC3006 JOVA-2.8

    [Purpose(Purposes.FraudPrevention)]
    public void Clean(FraudSignal signal) => watch.Warn(signal.Kind);
}

/// <summary>Who brings parcels.</summary>
[Recipient(Recipients.DeliveryProvider)]
public interface ICourier
{
    void Take(string? line);
}

/// <summary>Who takes money.</summary>
[Recipient(Recipients.PaymentProvider)]
public interface ITill
{
    void Charge(string? line);
}

/// <summary>With whom the shop promotes.</summary>
[Recipient(Recipients.BusinessPartner)]
public interface IPartner
{
    void Tell(string? line);
}

/// <summary>Whom a customer agreed to.</summary>
[Recipient(Recipients.ConsentedParty)]
public interface IOther
{
    void Tell(string? line);
}

/// <summary>Who asks in the name of the law.</summary>
[Recipient(Recipients.Authority)]
public interface IClerk
{
    void Tell(string? line);
}

/// <summary>Who advises.</summary>
[Recipient(Recipients.ProfessionalAdviser)]
public interface ILawyer
{
    void Read(string? line);
}

/// <summary>Who fights fraud.</summary>
[Recipient(Recipients.FraudPreventionPartner)]
public interface IWatch
{
    void Warn(string? line);
}
