using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

/// <summary>One test a kind of thing, so that a failing rule has a name.</summary>
public sealed class ChineseNormalizerTests
{
    [Theory]
    [InlineData("于2026-11-22召开", "于二零二六年十一月二十二日召开")]
    [InlineData("2024/1/5", "二零二四年一月五日")]
    [InlineData("2026年2月2日", "二零二六年二月二日")]
    [InlineData("1998-2005年", "一九九八到二零零五年")]
    [InlineData("98年5月", "九八年五月")]
    [InlineData("1980年代", "一九八零年代")]
    [InlineData("2000年前", "两千年前")]
    [InlineData("5000年历史", "五千年历史")]
    [InlineData("请在11/22之前提交", "请在十一月二十二日之前提交")]
    [InlineData("90后和00后", "九零后和零零后")]
    public void Normalize_Date(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("08:30出发", "八点三十分出发")]
    [InlineData("12:05到达", "十二点零五分到达")]
    [InlineData("2:00", "两点")]
    [InlineData("23:59:59", "二十三点五十九分五十九秒")]
    [InlineData("9:00-18:00", "九点到十八点")]
    [InlineData("凌晨2点", "凌晨两点")]
    [InlineData("主队以3:2领先", "主队以三比二领先")]
    [InlineData("以21:15获胜", "以二十一比十五获胜")]
    [InlineData("比例为1:10", "比例为一比十")]
    public void Normalize_ClockAndScore(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("请拨打13800138000", "请拨打幺三八零零幺三八零零零")]
    [InlineData("138 0013 8000", "幺三八零零幺三八零零零")]
    [InlineData("电话010-12345678", "电话零幺零幺二三四五六七八")]
    [InlineData("拨打119", "拨打幺幺九")]
    [InlineData("验证码是482951", "验证码是四八二九五幺")]
    [InlineData("007号", "零零七号")]
    [InlineData("订单20231105001", "订单二零二三幺幺零五零零幺")]
    [InlineData("202室", "二零二室")]
    public void Normalize_DigitsThatName(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("¥12.50", "十二点五元")]
    [InlineData("$3.5", "三点五美元")]
    [InlineData("€2亿", "两亿欧元")]
    [InlineData("¥10-¥20", "十到二十元")]
    [InlineData("100元/斤", "一百元每斤")]
    public void Normalize_Currency(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("8.6%", "百分之八点六")]
    [InlineData("60%-80%", "百分之六十到百分之八十")]
    [InlineData("10-20%", "百分之十到二十")]
    [InlineData("5‰", "千分之五")]
    [InlineData("跌幅-3%", "跌幅负百分之三")]
    [InlineData("2/3的人", "三分之二的人")]
    public void Normalize_Share(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("5km", "五公里")]
    [InlineData("100km/h", "每小时一百公里")]
    [InlineData("3m²", "三平方米")]
    [InlineData("36.5℃", "三十六点五摄氏度")]
    [InlineData("-15℃", "零下十五摄氏度")]
    [InlineData("-52.3元", "负五十二点三元")]
    [InlineData("2kg", "两千克")]
    [InlineData("5~10cm", "五到十厘米")]
    [InlineData("80GB", "八十GB")]
    public void Normalize_Quantity(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("2本书", "两本书")]
    [InlineData("2号楼", "二号楼")]
    [InlineData("2月", "二月")]
    [InlineData("2个月", "两个月")]
    [InlineData("第2个", "第二个")]
    [InlineData("2年级", "二年级")]
    [InlineData("2~3天", "两到三天")]
    [InlineData("12天", "十二天")]
    [InlineData("2300万", "两千三百万")]
    [InlineData("1.35亿", "一点三五亿")]
    public void Normalize_TwoIsLiangOrEr(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("1+1=2", "一加一等于二")]
    [InlineData("5×6=30", "五乘六等于三十")]
    [InlineData("5-3=2", "五减三等于二")]
    [InlineData("6/2=3", "六除以二等于三")]
    [InlineData("3x4", "三乘四")]
    public void Normalize_Arithmetic(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("v1.2.3", "v一点二点三")]
    [InlineData("2.10.3", "二点十点三")]
    [InlineData("192.168.1.1", "一九二点一六八点一点一")]
    [InlineData("A4", "A四")]
    [InlineData("A380", "A三八零")]
    [InlineData("C#和.NET", "C sharp和dot net")]
    [InlineData("访问https://www.example.com/docs。", "访问www点example点com斜杠docs。")]
    [InlineData("写信到a@b.org", "写信到a艾特b点org")]
    public void Normalize_Technical(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("9点-11点", "九点到十一点")]
    [InlineData("12点-1点半", "十二点到一点半")]
    [InlineData("3月-5月", "三月到五月")]
    [InlineData("5月1日-5月7日", "五月一日到五月七日")]
    [InlineData("价格，~500元", "价格，约五百元")]
    [InlineData("周一-周五", "周一到周五")]
    [InlineData("第3-5章", "第三到五章")]
    [InlineData("利润-3元", "利润负三元")]
    public void Normalize_RangeOfNamedThings(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("唐朝（618-907年）", "唐朝（六一八到九零七年）")]
    [InlineData("2025款车", "二零二五款车")]
    [InlineData("我住2栋3单元", "我住二栋三单元")]
    [InlineData("有2栋楼", "有两栋楼")]
    [InlineData("公元前221年", "公元前二二一年")]
    [InlineData("用了618年", "用了六百一十八年")]
    [InlineData("12315热线", "幺二三幺五热线")]
    [InlineData("点击“设置”->“版本”", "点击“设置”到“版本”")]
    public void Normalize_OldYearHotlineArrow(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("价格:100元,很好!", "价格：一百元，很好！")]
    [InlineData("他/她", "他、她")]
    [InlineData("标题A\n正文\n", "标题A。正文")]
    [InlineData("完。\n又", "完。又")]
    [InlineData("约翰·史密斯", "约翰史密斯")]
    [InlineData("A&B", "A和B")]
    [InlineData("50±2", "五十正负二")]
    [InlineData("行{hang2}长", "行{hang2}长")]
    public void Normalize_MarksAndSigns(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("2018年-2022年", "二零一八年到二零二二年")]
    [InlineData("2018至2022年", "二零一八至二零二二年")]
    [InlineData("98年抗洪", "九八年抗洪")]
    [InlineData("住了98年的老屋", "住了九十八年的老屋")]
    [InlineData("在60年代", "在六十年代")]
    [InlineData("于12/31/1999发布", "于一九九九年十二月三十一日发布")]
    public void Normalize_YearsAsPeopleWriteThem(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("以6-2、7-5的比分取胜", "以六比二、七比五的比分取胜")]
    [InlineData("急救120", "急救幺二零")]
    [InlineData("急救120人", "急救一百二十人")]
    [InlineData("沪A·D5678停在门口", "沪AD五六七八停在门口")]
    [InlineData("浙C6E218", "浙C六E二幺八")]
    [InlineData("301医院", "三零一医院")]
    [InlineData("500医院", "五百医院")]
    [InlineData("波音737-800", "波音七三七杠八零零")]
    [InlineData("接口返回503", "接口返回五零三")]
    [InlineData("返回503条", "返回五百零三条")]
    [InlineData("年息4.2%/年", "年息百分之四点二每年")]
    [InlineData("后四位是1357", "后四位是幺三五七")]
    [InlineData("12:10、9:11、11:5", "十二比十、九比十一、十一比五")]
    [InlineData("公元前5年—公元9年", "公元前五年到公元九年")]
    [InlineData("70、80后", "七零、八零后")]
    [InlineData("见P12-18", "见P十二到十八")]
    public void Normalize_NumbersOfThings(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("NT$300", "三百新台币")]
    [InlineData("JPY 800", "八百日元")]
    [InlineData("¥800日元", "八百日元")]
    [InlineData("¥29.9/年", "二十九点九元每年")]
    [InlineData("$3.5万亿", "三点五万亿美元")]
    [InlineData("¥-20", "负二十元")]
    public void Normalize_MoneyOfTheWorld(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("3×10⁸m/s", "三乘十的八次方米")]
    [InlineData("10⁻³", "十的负三次方")]
    [InlineData("7²", "七的平方")]
    [InlineData("8Ω", "八欧姆")]
    [InlineData("3TWh", "三太瓦时")]
    [InlineData("评分8.7/10", "评分八点七分")]
    [InlineData("血压135/90", "血压一百三十五、九十")]
    [InlineData("3/10的人", "十分之三的人")]
    public void Normalize_PowersAndMarks(string text, string said) => Normalize(text).ShouldBe(said);

    [Theory]
    [InlineData("第VI章", "第六章")]
    [InlineData("路易XVI世", "路易十六世")]
    [InlineData("II期临床", "二期临床")]
    [InlineData("X型腿", "X型腿")]
    [InlineData("①和面②发酵", "一、和面，二、发酵")]
    [InlineData("1.和面 2. 发酵。3.上锅", "一、和面，二、发酵。三、上锅")]
    [InlineData("二氧化硫20μg/m³，胆红素1.2mg/dL", "二氧化硫二十微克每立方米，胆红素一点二毫克每分升")]
    [InlineData("油耗7L/100km", "油耗七升每一百公里")]
    [InlineData("如图②所示", "如图二所示")]
    [InlineData("❸选好", "三、选好")]
    [InlineData("archive_v1.4.zip", "archive下划线v一点四点zip")]
    public void Normalize_NumeralsAndItems(string text, string said) => Normalize(text).ShouldBe(said);

    private static string Normalize(string text) =>
        LoadedFrontEnd.Instance.Chinese.Normalize(LoadedFrontEnd.Clean(text)).Text;
}
