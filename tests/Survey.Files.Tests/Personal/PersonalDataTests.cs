using Survey.Files.Personal;
using static Survey.Files.PersonalDataKind;

namespace Survey.Files.Tests.Personal;

/// <summary>What is taken for personal data, and what is not.</summary>
public sealed class PersonalDataTests
{
    private static PersonalDataColumn? Found(string heading, params IEnumerable<string?> values) =>
        PersonalData.Find(Table.FromColumns([(heading, (Column)new CategoryColumn([.. values]))])).SingleOrDefault();

    private static PersonalDataKind? KindOf(string heading, params IEnumerable<string?> values) => Found(heading, values)?.Kind;

    [Test]
    public void CheckDigitsAreThoseOfTheStandard()
    {
        // the examples of GB 11643-1999
        Assert.That(IdentityCard.IsValid("11010519491231002X"));
        Assert.That(IdentityCard.IsValid("440524188001010014"));
        Assert.That(IdentityCard.IsValid("11010519491231002x"));
    }

    [TestCase("110105194912310021", "check digit")]
    [TestCase("11010519491331002X", "month")]
    [TestCase("11010519490229002X", "day")]
    [TestCase("01010519491231002X", "first digit")]
    [TestCase("11010518491231002X", "year")]
    public void WhatIsNoIdentityNumberIsNone(string number, string why) => Assert.That(KindOf("x", number), Is.Null, why);

    [Test]
    public void OneIdentityNumberAmongTextsIsEnough([Range(1, 20)] int seed)
    {
        var people = new People(seed);
        string id = people.Identity();
        string[] forms =
        [
            id, id.ToLowerInvariant(), $"我的身份证是{id}，谢谢", $" {id}\n", $"{id[..6]} {id[6..14]} {id[14..]}", $"{people.Mobile()} {id}",
            string.Concat(id.Select(c => (char)(c - '!' + '！'))),
        ];
        foreach (string form in forms)
            Assert.That(Found("答案", "没有", form, "好", form), Is.EqualTo(new PersonalDataColumn("答案", IdentityNumber, 2, 4)), form);
        Assert.That(KindOf("x", "1" + id), Is.Null, "19 digits");
        Assert.That(KindOf("x", $"0.{id[..17]}1"), Is.Null, "a decimal");
    }

    [Test]
    public void AWrongDigitIsNoticed([Range(1, 20)] int seed)
    {
        var people = new People(seed);
        string id = people.Identity();
        int at = people.Next(17);
        string wrong = $"{id[..at]}{(id[at] - '0' + 1 + people.Next(9)) % 10}{id[(at + 1)..]}";
        Assert.That(KindOf("x", wrong), Is.Null, wrong);
    }

    [Test]
    public void ARandomNumberOf18DigitsPassesOnceIn13000Times()
    {
        var people = new People(7);
        int passed = Enumerable.Range(0, 400_000).Count(_ => IdentityCard.IsValid(people.Digits(18)));
        double expected = 400_000 * 0.9 * (251 * 365.2425 / 1e8) / 11;
        Assert.That(passed, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)));
    }

    [TestCase("我的手机13812345678")]
    [TestCase("13812345678/13912345678")]
    [TestCase("138-1234-5678")]
    [TestCase("138 1234 5678")]
    [TestCase("+8613812345678")]
    [TestCase("+86 138 1234 5678")]
    [TestCase("86-13812345678")]
    [TestCase("0086 13812345678")]
    [TestCase("１３８１２３４５６７８，张")]
    [TestCase("13812345678 (晚上)")]
    [TestCase("30\n13812345678\n40")]
    [TestCase("138\u200B1234\u200B5678")]
    public void OneMobileNumberInATextIsEnough(string text) => Assert.That(Found("备注", "1", text, "2"), Is.EqualTo(new PersonalDataColumn("备注", PhoneNumber, 1, 3)));

    [TestCase("12812345678好")]
    [TestCase("1381234567好")]
    [TestCase("138123456789好")]
    [TestCase("约113812345678元")]
    [TestCase("在120.13812345678度")]
    [TestCase("13812345678.5元")]
    [TestCase("138-1234-56789 号")]
    public void WhatIsNoMobileNumberIsNone(string text) => Assert.That(KindOf("备注", "1", text, "2"), Is.Null);

    [Test]
    public void AMobileNumberThatStandsAloneAmongTextsCounts()
    {
        Assert.That(Found("备注", "没有", "好", "12", "13812345678"), Is.EqualTo(new PersonalDataColumn("备注", PhoneNumber, 1, 4)));
        Assert.That(KindOf("备注", "没有", "13812345678", "01234567890", "22345678901"), Is.Null, "one of three codes of 11 digits");
    }

    [Test]
    public void CodesOfElevenDigitsAreNotAllPhoneNumbers([Range(1, 10)] int seed)
    {
        var people = new People(seed);
        string[] codes = [.. Enumerable.Range(0, 500).Select(_ => people.Digits(11)).Distinct()];
        Assert.That(KindOf("code", codes), Is.Null);
        Assert.That(KindOf("code", codes.Select(code => "H" + code)), Is.Null);
        Assert.That(KindOf("code", [.. codes, .. Enumerable.Range(0, 600).Select(_ => people.Mobile())]), Is.EqualTo(PhoneNumber));
        Assert.That(KindOf("code", "13812345678"), Is.Null, "a single code");
        Assert.That(KindOf("code", "13812345678", "15912345678"), Is.EqualTo(PhoneNumber));
    }

    [Test]
    public void CodesOfVillagesAndTownsAreNeitherPhonesNorPeople([Range(1, 20)] int seed)
    {
        var people = new People(seed);
        string[] villages = [.. Enumerable.Range(0, 300).Select(_ => people.Village())], towns = [.. villages.Select(village => village[..9])];
        string[] inHebei = [.. villages.Select(village => "130102" + village[6..])];
        string[] written = [.. villages.Select(village => $"{village[..6]}-{village[6..9]}-{village[9..]}"), .. villages.Select(village => $"{village}村委会")];
        foreach (string[] codes in (string[][])[villages, towns, inHebei, [.. inHebei.Select(code => code[..9])], written])
        {
            Assert.That(KindOf("村居代码", codes), Is.Null);
            Assert.That(codes.Select(PersonalData.Hidden), Is.EqualTo(codes));
        }
    }

    [Test]
    public void NumbersThatAreMobileNumbersAreFound()
    {
        var people = new People(3);
        double[] mobiles = [.. Enumerable.Range(0, 40).Select(_ => double.Parse(people.Mobile(), System.Globalization.CultureInfo.InvariantCulture)), double.NaN];
        Table table = Table.FromColumns([("q7", new NumberColumn(mobiles)), ("gdp", new NumberColumn([.. mobiles.Select(value => value / 3)])), ("联系电话", (Column)new NumberColumn([.. Enumerable.Repeat(65123456.0, 41)]))]);
        Assert.That(PersonalData.Find(table), Is.EqualTo(new[] { new PersonalDataColumn("q7", PhoneNumber, 40, 40), new PersonalDataColumn("联系电话", PhoneNumber, 41, 41) }));
    }

    [Test]
    public void NamesAreKnownByTheirValues([Range(1, 10)] int seed)
    {
        var people = new People(seed);
        string[] names = [.. Enumerable.Range(0, 200).Select(_ => people.Name())];
        Assert.That(Found("x", names), Is.EqualTo(new PersonalDataColumn("x", Name, 200, 200)));
        Assert.That(KindOf("x", names.Select(name => $"{name[0]}　{name[1..]}")), Is.EqualTo(Name), "with a blank within");
        Assert.That(KindOf("x", names.Select((name, k) => k % 10 == 0 ? "不详的人" : name)), Is.EqualTo(Name));
        Assert.That(KindOf("x", names.Select((name, k) => k % 4 == 0 ? "不详的人" : name)), Is.Null, "a quarter is no name");
        Assert.That(KindOf("x", names.Distinct().Take(19)), Is.Null, "fewer than 20 distinct");
        Assert.That(KindOf("x", names.Distinct().Take(25).SelectMany(name => Enumerable.Repeat(name, 4))), Is.Null, "they recur");
        Assert.That(KindOf("x", names.Select((name, k) => name[..1] + "家村庄屯镇"[k % 5])), Is.Null, "villages");
    }

    [TestCase("欧阳修", true)]
    [TestCase("司马光", true)]
    [TestCase("欧阳娜娜", true)]
    [TestCase("王伟", true)]
    [TestCase("王 伟", true)]
    [TestCase("王𠮷", true)]
    [TestCase("王", false)]
    [TestCase("王小明明", false)]
    [TestCase("高血压病", false)]
    [TestCase("王a", false)]
    [TestCase("不知道", false)]
    public void FormOfAName(string text, bool isName) => Assert.That(PersonName.Matches(text), Is.EqualTo(isName));

    [TestCase("姓名", Name, "甲")]
    [TestCase(" 姓 名 ", Name, "甲")]
    [TestCase("3、您的姓名:", Name, "甲")]
    [TestCase("Q1_户主姓名(必填)", Name, "甲")]
    [TestCase("被调查人姓名", Name, "甲")]
    [TestCase("户主", Name, "甲")]
    [TestCase("调查对象", Name, "甲")]
    [TestCase("Ｎａｍｅ", Name, "A")]
    [TestCase("Full Name", Name, "A")]
    [TestCase("respondent_name", Name, "A")]
    [TestCase("详细住址", Address, "东山村1号")]
    [TestCase("家庭地址", Address, "东山村1号")]
    [TestCase("Address", Address, "1 High Street")]
    [TestCase("身份证号", IdentityNumber, "110105491231002")]
    [TestCase("证件号码", IdentityNumber, "3205**********1234")]
    [TestCase("联系电话", PhoneNumber, "0512-65123456")]
    [TestCase("您的手机号码：", PhoneNumber, "138****5678")]
    [TestCase("Mobile phone", PhoneNumber, "07700 900123")]
    [TestCase("来自IP", IpAddress, "192.0.2.1(江苏-苏州)")]
    [TestCase("IP地址", IpAddress, "2001:db8::1")]
    [TestCase("电子邮箱", EmailAddress, "a@example.com")]
    [TestCase("邮箱地址", EmailAddress, "a@example.com")]
    [TestCase("微信号", MessengerAccount, "wx_12345")]
    [TestCase("QQ", MessengerAccount, "10001")]
    public void HeadingsSaySo(string heading, PersonalDataKind kind, string value)
    {
        Assert.That(Found(heading, value, null), Is.EqualTo(new PersonalDataColumn(heading, kind, 1, 1)));
        Assert.That(Found(heading, null, null), Is.Null, "without a value");
    }

    [TestCase("村名", "东山村")]
    [TestCase("乡镇名称", "东山镇")]
    [TestCase("单位名称", "县医院")]
    [TestCase("学校名称", "县一中")]
    [TestCase("village name", "Dongshan")]
    [TestCase("name", "东山村")]
    [TestCase("户主", "1")]
    [TestCase("是否有手机", "13")]
    [TestCase("您家有几部手机", "2")]
    [TestCase("微信", "选中")]
    [TestCase("是否使用微信", "每天使用微信12345")]
    [TestCase("email", "yes")]
    [TestCase("ip", "1")]
    [TestCase("序号", "17")]
    [TestCase("地址编码", "320506001")]
    public void OtherHeadingsDoNot(string heading, string value) => Assert.That(KindOf(heading, value), Is.Null);

    [Test]
    public void OnlyValuesOfRowsCount()
    {
        Table table = Table.FromColumns([("x", (Column)new CategoryColumn(["11010519491231002X", "a"]))]);
        Assert.That(PersonalData.Find(table), Has.Count.EqualTo(1));
        Assert.That(PersonalData.Find(table.Filter(Expr.Col("x") == "a")), Is.Empty);
        Assert.That(PersonalData.Find(table.Head(0)), Is.Empty);
    }

    [Test]
    public void FlagsAndDatesAreNot() =>
        Assert.That(PersonalData.Find(Table.FromColumns([("姓名", new FlagColumn([true])), ("电话", (Column)new DateColumn([new DateOnly(2024, 1, 1)]))])), Is.Empty);

    [Test]
    public void AColumnIsToldWithoutItsValues() =>
        Assert.That(Found("身份证号", "11010519491231002X")!.ToString(), Is.EqualTo("the column '身份证号' looks like ID card numbers (1 of 1 values)"));
}
