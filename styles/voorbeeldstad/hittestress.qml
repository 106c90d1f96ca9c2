<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="0.85" alphaBand="-1" classificationMin="30" classificationMax="45" nodataColor="">
      <rasterTransparency/>
      <rastershader>
        <colorrampshader colorRampType="DISCRETE" classificationMode="2" clip="0" minimumValue="30" maximumValue="45" labelPrecision="0">
          <item value="35" color="#ffffff" alpha="0" label="tot 35 °C"/>
          <item value="37" color="#fddbc0" alpha="255" label="35 – 37 °C"/>
          <item value="39" color="#f4a878" alpha="255" label="37 – 39 °C"/>
          <item value="41" color="#d55e00" alpha="255" label="39 – 41 °C"/>
          <item value="inf" color="#8c3b00" alpha="255" label="boven 41 °C gevoelstemperatuur"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
