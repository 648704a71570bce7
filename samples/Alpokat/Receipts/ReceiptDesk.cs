using System.Globalization;
using System.Security.Cryptography;
using Alpokat.Data;
using Alpokat.Messages;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Receipts;

/// <summary>Sends digital receipts to those who ask for one, and keeps the voucher [ALPO-1.1, ALPO-3.2].</summary>
[Purpose(Purposes.Communication)]
public sealed class ReceiptDesk(AlpokatContext alpokat, IMailer mailer, TimeProvider time, ILogger<ReceiptDesk> log)
{
    private static readonly CultureInfo s_indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>Sends it; false where no bill has that code, or its receipt went elsewhere.</summary>
    public async Task<bool> IssueAsync(ReceiptForm form, CancellationToken cancel)
    {
        var payment = await alpokat.Payments
            .Include(known => known.Customer).Include(known => known.Receipt).Include(known => known.Merchant)
            .Include(known => known.Lines).ThenInclude(line => line.Product)
            .SingleOrDefaultAsync(known => known.BillCode == form.BillCode, cancel);
        // A receipt goes to one address: whoever finds the bill later learns nothing of who paid.
        if (payment?.Customer is null || payment.Customer.Email is not null && payment.Customer.Email != form.Email)
            return false;

        var customer = await CustomerOfAsync(payment, form, cancel);
        if (payment.Receipt is null)
            alpokat.Receipts.Add(payment.Receipt = NewReceipt(payment.Id));
        await alpokat.SaveChangesAsync(cancel);
        await mailer.SendAsync(form.Email, "Tanda terima digital Anda", TextOf(payment, customer), cancel);
        log.LogInformation("A receipt was issued for payment {PaymentId}", payment.Id);
        return true;
    }

    // Who asked before at the same address is the same customer; the unknown one who paid is then known, and goes.
    private async Task<Customer> CustomerOfAsync(Payment payment, ReceiptForm form, CancellationToken cancel)
    {
        var payer = payment.Customer!;
        if (payer.Email is null
            && await alpokat.Customers.SingleOrDefaultAsync(known => known.Email == form.Email, cancel) is { } known)
        {
            await alpokat.PaymentPlaces.Where(place => place.CustomerId == payer.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(place => place.CustomerId, known.Id), cancel);
            payment.CustomerId = known.Id;
            payment.Customer = known;
            if (known.LastPaidAt < payment.PaidAt)
                known.LastPaidAt = payment.PaidAt;
            alpokat.Customers.Remove(payer);
            return known;
        }

        payer.Email = form.Email;
        payer.IsToldApart = true;
        payer.Name = form.Name ?? payer.Name;
        return payer;
    }

    private static string TextOf(Payment payment, Customer customer)
    {
        var lines = payment.Lines.Select(line => $"{line.Quantity} x {line.Product!.Title}");
        return string.Create(s_indonesian, $"""
            Yth. {customer.Name ?? "Pelanggan"},

            Terima kasih atas pembayaran Anda kepada {payment.Merchant?.Name ?? "penjual"}.

            Nomor tanda terima: {payment.Receipt?.Number}
            Nomor pembayaran: {payment.Number}
            Tanggal: {payment.PaidAt.ToOffset(TimeSpan.FromHours(7)):d MMMM yyyy HH.mm} WIB
            {string.Join('\n', lines)}
            Jumlah: Rp {payment.AmountRupiah:N0}

            Alamat email Anda hanya kami gunakan untuk mengirim tanda terima ini.
            """);
    }

    private Receipt NewReceipt(Guid paymentId) =>
        new() { Id = Guid.NewGuid(), PaymentId = paymentId, Number = NewNumber(), IssuedAt = time.GetUtcNow() };

    [return: DataCategory(Categories.Transaction.Receipt)]
    private static string NewNumber() => $"TT-{RandomNumberGenerator.GetHexString(8)}";
}
